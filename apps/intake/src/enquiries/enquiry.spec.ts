import { describe, expect, it } from '@jest/globals';
import type { EnquiryKind } from '@pledge/contracts';
import { EnquiryReceived } from '@pledge/contracts/events';
import { workCalendar } from '@pledge/promises';
import { specFor, walkRules } from '@pledge/testing/rules';
import fc from 'fast-check';
import { enquiry } from './enquiry.js';
import type { EnquiryCommand, EnquiryEvent, Told } from './situation.js';

const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const requestId = '01996f00-0000-7000-8000-000000000001';
const by = { personId: 'agent-1', name: '林小雨' };
const ten = '2026-03-02T02:00:00.000Z';
const eleven = '2026-03-02T03:00:00.000Z';
const ids = {
  promiseId: '01996f00-0000-7000-8000-000000000002',
  publicToken: 'token-token-token',
  envelopeId: '01996f00-0000-7000-8000-000000000003',
};
const nothing = {
  ...{ customerId: null, customerName: null, siteId: null, siteName: null },
  ...{ equipmentId: null, equipmentName: null, equipmentModel: null, serialNumber: null },
};
const detailsOf = (kind: EnquiryKind): Told['details'] => {
  switch (kind) {
    case 'complaint':
      return { kind, againstDepartment: null, againstPerson: null, demand: null, aboutRequestId: null };
    case 'suggestion':
      return { kind, forDepartment: null };
    case 'performance':
      return { kind, now: '识别要 3 秒', wanted: '1 秒以内' };
    case 'how-to':
      return { kind, documentWanted: null };
    case 'status':
      return { kind, aboutRequestId: null };
    case 'upgrade':
      return { kind, software: '门禁管理平台', versionNow: null, versionWanted: null };
    case 'consultation':
      return { kind };
  }
};

const asking = (kind: EnquiryKind = 'consultation', receivedAt?: string): EnquiryCommand => ({
  type: 'receive',
  requestId,
  report: {
    kind,
    channel: 'hotline',
    language: 'zh',
    reportedBy: { name: '王敏', phone: '13800000001', email: null },
    subject: '门禁卡如何批量授权',
    description: '新员工三百人，逐张授权太慢',
    details: detailsOf(kind),
    ...(receivedAt !== undefined && { receivedAt }),
  },
  reportedBy: { name: '王敏', phone: '13800000001', email: null },
  recordedBy: by,
  asked: { customerId: null, siteId: null, equipmentId: null },
  ids,
  calendar,
  known: {
    number: 'RQ-20260302-0001',
    about: { ...nothing, category: null, respondMinutes: null },
    envelopeReceivedAt: null,
  },
});
const received = (kind: EnquiryKind = 'consultation'): EnquiryEvent => {
  const [fact] = enquiry.decide(asking(kind), enquiry.initial, ten);
  if (fact?.type !== EnquiryReceived.type) throw new Error('nothing was received');
  return fact;
};
type Refer = Extract<EnquiryCommand, { type: 'refer' }>;
const respond: EnquiryCommand = { type: 'respond', requestId, by, text: '可在平台批量导入' };
const line = { kind: 'consultation', category: null, department: 'support' } as const;
const refer = (toldBy = '2026-03-02T08:00:00.000Z', change: Partial<Refer> = {}): EnquiryCommand => ({
  type: 'refer',
  requestId,
  by,
  department: 'support',
  question: '三百张卡能否一次授权？',
  reason: '手册里没有写',
  toldBy,
  ids: {
    questionId: '01996f00-0000-7000-8000-000000000004',
    promiseId: '01996f00-0000-7000-8000-000000000005',
    handOffId: '01996f00-0000-7000-8000-000000000006',
  },
  calendar,
  routed: { edition: 3, line },
  ...change,
});
const handOver: EnquiryCommand = {
  type: 'hand-over',
  requestId,
  by,
  handled: '已致歉',
  handOffId: '01996f00-0000-7000-8000-000000000007',
  calendar,
};
const confirm = (how: 'user-confirmed' | 'refused' = 'user-confirmed', note: string | null = null): EnquiryCommand => ({
  type: 'confirm',
  requestId,
  confirmation: { how, by: '王敏', note },
});
const moves = (state: 'accepted' | 'declined' | 'answered', text: string | null = null): EnquiryCommand => ({
  type: 'referral-moves',
  requestId,
  questionId: '01996f00-0000-7000-8000-000000000004',
  department: 'support',
  by: '侯博文',
  state,
  text,
  at: eleven,
});
const reassigned: EnquiryCommand = {
  type: 'referral-reassigned',
  requestId,
  questionId: '01996f00-0000-7000-8000-000000000004',
  department: 'archives',
  by: '林小雨',
  at: eleven,
  acceptBy: '2026-03-02T03:30:00.000Z',
};
const factsOf = (command: EnquiryCommand, ...before: EnquiryEvent[]) =>
  enquiry.decide(command, before.reduce(enquiry.evolve, enquiry.initial), eleven);
const { given } = specFor(enquiry);
const becomes = (...facts: EnquiryEvent[]) => facts.reduce(enquiry.evolve, enquiry.initial);

describe('an enquiry', () => {
  it('is promised an answer within the hour, from when it first reached us', () => {
    const [fact] = enquiry.decide(asking('how-to', '2026-03-02T01:30:00.000Z'), enquiry.initial, ten);
    expect(fact?.data).toMatchObject({
      number: 'RQ-20260302-0001',
      kind: 'how-to',
      promises: [{ promise: 'respond', owner: 'intake', dueAt: '2026-03-02T02:30:00.000Z' }],
    });
  });

  it('cannot have reached us later than now', () => {
    given().at(ten).when(asking('consultation', '2026-03-02T02:10:00.000Z')).thenRefuses('received-in-future');
  });

  it('is answered once', () => {
    const [answered] = factsOf(respond, received());
    if (!answered) throw new Error('no answer');
    given(received(), answered).at(eleven).when(respond).thenRefuses('request-already-answered');
  });

  it('is not closed before anybody answered', () => {
    given(received()).at(eleven).when(confirm()).thenRefuses('request-not-answered');
  });

  it('is closed by the word of the user, or by their refusal with a note', () => {
    const [answered] = factsOf(respond, received());
    if (!answered) throw new Error('no answer');
    given(received(), answered).at(eleven).when(confirm('refused')).thenRefuses('note-required');
    expect(factsOf(confirm('refused', '用户不愿评价'), received(), answered)[0]?.data).toMatchObject({
      verdict: 'effective',
      confirmation: { how: 'refused', note: '用户不愿评价', at: eleven },
    });
  });
});

describe('a question', () => {
  it('is offered to a department, which has a working day, when the user was told by when', () => {
    expect(factsOf(refer(), received())[0]?.data).toMatchObject({
      department: 'support',
      promise: { promise: 'answer-question', owner: 'support' },
      handOff: { subject: { kind: 'question' }, from: 'intake', to: 'support' },
    });
    given(received()).at(eleven).when(refer(ten)).thenRefuses('told-time-past');
  });

  it('goes where the routing table says, or where a person knows better, and says why', () => {
    const [byTable] = factsOf(refer(undefined, { department: undefined }), received());
    expect(byTable?.data).toMatchObject({
      department: 'support',
      handOff: { to: 'support' },
      promise: { owner: 'support' },
      chosen: { by: 'table', line, edition: 3 },
    });
    const [byPerson] = factsOf(refer(undefined, { department: 'parts' }), received());
    expect(byPerson?.data).toMatchObject({ department: 'parts', chosen: { by: 'person', line, edition: 3 } });
  });

  it('is heard of again when another department is asked, which has half an hour of working time of its own', () => {
    const [referred] = factsOf(refer(), received());
    if (!referred) throw new Error('not referred');
    const [declined] = factsOf(moves('declined', '不属本部门'), received(), referred);
    if (!declined) throw new Error('not declined');
    const [moved] = factsOf(reassigned, received(), referred, declined);
    if (!moved) throw new Error('not reassigned');
    given(received(), referred, declined, moved).at(eleven).when(refer()).thenRefuses('already-referred');
    const [accepted] = factsOf(moves('accepted'), received(), referred, declined, moved);
    if (!accepted) throw new Error('not accepted');
    expect(becomes(received(), referred, declined, moved, accepted)).toMatchObject({
      referral: {
        department: 'archives',
        state: 'accepted',
        reason: null,
        acceptBy: '2026-03-02T03:30:00.000Z',
        steps: [
          { step: 'offered', department: 'support', by: '林小雨', chosen: { by: 'person' } },
          { step: 'declined', department: 'support', by: '侯博文', reason: '不属本部门' },
          { step: 'reassigned', department: 'archives', by: '林小雨', chosen: null },
          { step: 'accepted', department: 'archives', by: '侯博文' },
        ],
      },
    });
  });

  it('is not asked of another once it is answered, or where it is another question', () => {
    const [referred] = factsOf(refer(), received());
    const [answered] = factsOf(moves('answered', '可用模板导入'), received(), ...(referred ? [referred] : []));
    if (!referred || !answered) throw new Error('nothing happened');
    given(received(), referred, answered).at(eleven).when(reassigned).thenNothing();
    given(received(), referred)
      .at(eleven)
      .when({ ...reassigned, questionId: ids.promiseId })
      .thenNothing();
  });

  it('is with one department at a time, and may be asked again when that one declined', () => {
    const [referred] = factsOf(refer(), received());
    if (!referred) throw new Error('not referred');
    given(received(), referred).at(eleven).when(refer()).thenRefuses('already-referred');
    const [declined] = factsOf(moves('declined', '不属本部门'), received(), referred);
    if (!declined) throw new Error('not declined');
    expect(factsOf(refer(), received(), referred, declined)).toHaveLength(1);
  });

  it('keeps the enquiry open until it is answered', () => {
    const [referred] = factsOf(refer(), received());
    const [answered] = factsOf(respond, received());
    const [moved] = factsOf(moves('answered', '可用模板导入'), received(), ...(referred ? [referred] : []));
    if (!referred || !answered || !moved) throw new Error('nothing happened');
    given(received(), answered, referred).at(eleven).when(confirm()).thenRefuses('question-open');
    expect(factsOf(confirm(), received(), answered, referred, moved)).toHaveLength(1);
  });
});

describe('a matter', () => {
  it('goes to supervision with everything in it', () => {
    expect(factsOf(handOver, received('complaint'))[0]?.data).toMatchObject({
      kind: 'complaint',
      subject: '门禁卡如何批量授权',
      handled: '已致歉',
      handOff: { from: 'intake', to: 'supervision' },
    });
  });

  it('is a complaint or a suggestion, nothing else', () => {
    given(received('how-to')).at(eleven).when(handOver).thenRefuses('not-a-matter');
  });
});

describe('any course of an enquiry', () => {
  const commands = fc.oneof(
    fc.constantFrom<EnquiryKind>('consultation', 'complaint', 'suggestion').map((kind) => asking(kind)),
    fc.constant(respond),
    fc.boolean().map((late) => refer(late ? ten : '2027-03-02T08:00:00.000Z')),
    fc.constant(handOver),
    fc.constantFrom(confirm(), confirm('refused'), confirm('refused', '不愿评价')),
    fc.constantFrom(moves('accepted'), moves('declined', '不属本部门'), moves('answered', '可用模板导入')),
    fc.constant(reassigned),
    fc.constantFrom<EnquiryCommand>({ type: 'take', requestId, by }, { type: 'release', requestId, by }),
  );

  it('keeps its number, is answered at most once, and is closed only when the user was answered and nobody is being asked', () => {
    walkRules(
      enquiry,
      commands,
      ({ before, after, history }) => {
        const closed = history.filter(({ type }) => type === 'intake.request-closed.v1').length;
        expect(closed).toBeLessThanOrEqual(1);
        expect(history.filter(({ type }) => type === 'intake.request-responded.v1').length).toBeLessThanOrEqual(1);
        if (before.status !== 'absent' && after.status !== 'absent') expect(after.report).toEqual(before.report);
        if (before.status === 'closed') expect(after.status).toBe('closed');
        if (after.status === 'closed' && before.status !== 'closed') {
          expect(after.answer).not.toBeNull();
          expect(['offered', 'accepted']).not.toContain(after.referral?.state);
        }
        if (after.status !== 'absent' && after.referral) {
          const { steps, state, department } = after.referral;
          const last = steps.at(-1);
          const step = last?.step === 'reassigned' ? 'offered' : last?.step;
          if (step !== state || last?.department !== department) throw new Error('the last step is not where it is');
        }
      },
      { walks: 10_000, maxSteps: 12 },
    );
  });
});
