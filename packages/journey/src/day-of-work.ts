import type { Equipment } from '@pledge/contracts/http';
import {
  addNote,
  askClarification,
  handOverMatter,
  listOrders,
  referQuestion,
  reportRequest,
  respondToRequest,
  searchArticles,
  takeRequest,
  tellCaller,
} from '@pledge/contracts/http';
import { demoEquipment } from '@pledge/demo';
import { eventually } from '@pledge/testing/eventually';
import { equipmentInWarranty, reportOn, walkMainJob } from './main-job.js';
import { registerPage } from './page-of-paper.js';
import type { People, Person } from './person.js';

/** What a day leaves behind, to be looked at. */
export interface Day {
  readonly faultId: string;
  readonly consultationId: string;
  readonly complaintId: string;
  readonly orderId: string;
  readonly envelopeId: string;
  readonly publicToken: string;
  readonly articleId: string;
  readonly qrToken: string;
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Some of everything that a hotline meets in a day: done, waiting, referred, handed over, on paper. */
export async function dayOfWork(people: People): Promise<Day> {
  const [done, open, twin, other] = await equipmentInWarranty(people);
  if (!done || !open || !twin || !other) throw new Error('the demo company has too little equipment in warranty');
  await walkMainJob(people, done, 60_000);
  const agent = await people.as('agent');

  const fault = await agent.call(reportRequest, { body: { ...reportOn(open), impact: undefined } });
  await agent.call(reportRequest, { body: { ...reportOn(open), reportedBy: { name: '李强', phone: '13800000002' } } });
  const params = { requestId: fault.id };
  await agent.call(takeRequest, { params });
  await agent.call(respondToRequest, { params, body: { text: '已安排工程师联系您，请保持电话畅通。' } });
  await agent.call(askClarification, { params, body: { question: '故障是从今天早上开始的吗？指示灯是什么颜色？' } });
  await agent.call(tellCaller, { params, body: { what: '告知工程师到达时间', by: inHours(1) } });
  await agent.call(addNote, { params, body: { text: '用户下午三点前都在现场，门岗需要登记。' } });
  await agent.call(reportRequest, { body: reportOn(twin) });

  const consultation = await consult(agent, other);
  const complaint = await complain(agent, other);
  await suggest(agent, other);
  const envelope = await registerPage(people.url, agent, { from: { name: '赵敏', phone: '057188001234' } });

  const order = await eventually(async () => {
    const dispatcher = await people.as('dispatcher');
    return (await dispatcher.call(listOrders, { query: { requestId: fault.id } })).items[0];
  });
  const article = await eventually(async () => (await agent.call(searchArticles, { query: { q: '门禁' } })).items[0]);
  return {
    ...{ faultId: fault.id, consultationId: consultation, complaintId: complaint, orderId: order.id },
    ...{ envelopeId: envelope.id, publicToken: fault.publicToken, articleId: article.articleId },
    qrToken: demoEquipment.find(({ equipmentId }) => equipmentId === open.id)?.qrToken ?? '',
  };
}

const saidBy = ({ customerId, siteId }: Equipment) => ({
  ...{ channel: 'hotline' as const, customerId, siteId },
  reportedBy: { name: '周婷', phone: '13800000003', email: 'zhou@example.com' },
});

async function consult(agent: Person, device: Equipment): Promise<string> {
  const { id } = await agent.call(reportRequest, {
    body: {
      ...{ ...saidBy(device), kind: 'consultation' as const, details: { kind: 'consultation' as const } },
      subject: '夜间布防时间能否按周设置',
      description: '希望周末全天布防，工作日只在夜间布防，现有主机是否支持？',
    },
  });
  await agent.call(referQuestion, {
    params: { requestId: id },
    body: {
      ...{ department: 'support' as const, question: '该型号是否支持按周布防？如何设置？' },
      ...{ reason: '知识库没有此型号的说明', toldBy: inHours(4) },
    },
  });
  return id;
}

async function complain(agent: Person, device: Equipment): Promise<string> {
  const { id } = await agent.call(reportRequest, {
    body: {
      ...{ ...saidBy(device), kind: 'complaint' as const, subject: '两次约定时间都未到场' },
      description: '工程师两次改约，没有提前通知，影响大厅通行。',
      details: {
        ...{ kind: 'complaint' as const, againstDepartment: 'dispatch' as const, againstPerson: null },
        ...{ demand: '请负责人回电说明并确定时间', aboutRequestId: null },
      },
    },
  });
  await agent.call(handOverMatter, { params: { requestId: id }, body: { handled: '已致歉，先安排优先到场。' } });
  return id;
}

const suggest = (agent: Person, device: Equipment) =>
  agent.call(reportRequest, {
    body: {
      ...{ ...saidBy(device), kind: 'suggestion' as const, subject: '到场前发短信' },
      description: '建议工程师出发时给用户发一条短信，写明预计到达时间。',
      details: { kind: 'suggestion', forDepartment: 'dispatch' },
    },
  });
