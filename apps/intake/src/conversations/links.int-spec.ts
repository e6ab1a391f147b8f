import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { attachmentsIn, uploading } from '../attachments/attachments.testbed.js';
import { enquiriesIn } from '../enquiries/enquiries.commands.js';
import type { EnquiryCommand } from '../enquiries/situation.js';
import { intakeMigrations } from '../migrations/index.js';
import { pageOfQueue, queueCounts } from '../queues/queues.query.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { requestOf } from '../requests/requests.query.js';
import type { RequestCommand } from '../requests/situation.js';
import { progressOf } from '../timeline/progress.query.js';
import { timelineOf } from '../timeline/timeline.query.js';
import { conversationsIn } from './conversations.commands.js';
import { LinksController } from './links.controller.js';
import { agent, by } from '../desk/agent.testbed.js';

const zone = 'Asia/Shanghai';
const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const source = () => db().dataSource;
const calendar = workCalendar({ timeZone: zone });
const cause = (key: string = newId()): Cause => ({ by: 'anyone', key, fingerprint: key, wantsView: true });
const ofFault = (command: RequestCommand) => requestsIn(source(), zone).handle(command.requestId, command, cause());
const ofEnquiry = (command: EnquiryCommand) => enquiriesIn(source(), zone).handle(command.requestId, command, cause());

const progress = (publicToken: string) => progressOf(source().manager, publicToken);
let links: LinksController;
beforeEach(async () => {
  links = new LinksController(
    conversationsIn(source()),
    requestsIn(source(), zone),
    enquiriesIn(source(), zone),
    await attachmentsIn(source()),
    source(),
  );
});
const say = (publicToken: string, body: { works: boolean; note?: string }, key?: string) =>
  links.confirm({ params: { publicToken }, query: {}, body }, cause(key));

async function fault() {
  const [requestId, command] = receiving(await somewhere(source().manager));
  const { view } = await ofFault(command);
  return { requestId, publicToken: view.publicToken };
}
async function consultation() {
  const [requestId, publicToken] = [newId(), newId()];
  await ofEnquiry({
    ...{ type: 'receive', requestId, recordedBy: by, calendar },
    report: {
      ...{ kind: 'consultation', channel: 'hotline', language: 'zh', details: { kind: 'consultation' } },
      ...{ reportedBy: { name: '王敏', phone: '13800000001', email: null } },
      ...{ subject: '如何导出录像', description: '想导出上周的录像' },
    },
    reportedBy: { name: '王敏', phone: '13800000001', email: null },
    asked: { customerId: null, siteId: null, equipmentId: null },
    ids: { promiseId: newId(), publicToken, envelopeId: newId() },
  });
  return { requestId, publicToken };
}
const resolve = (requestId: string) =>
  ofFault({ type: 'resolve', requestId, orderId: newId(), resolvedAt: new Date(Date.now() - 1000).toISOString() });

const toConfirm = async () => (await pageOfQueue(source().manager, 'confirm', { limit: 50 }, agent)).items;
const request = (requestId: string) => requestOf(source().manager, requestId, agent);

describe('what the user disputes', () => {
  it('of a repair is ours to see to, on top of what is to be confirmed, until they confirm it', async () => {
    const [first, second] = [await fault(), await fault()];
    for (const { requestId } of [first, second]) {
      await ofFault({ type: 'respond', requestId, by, text: '工程师已在路上' });
      await resolve(requestId);
    }
    await say(second.publicToken, { works: true });
    await say(second.publicToken, { works: false, note: '又断电了' });
    const disputed = { by: '王敏', note: '又断电了' };
    expect(await request(second.requestId)).toMatchObject({ waitingFor: 'us', disputed });
    expect(await toConfirm()).toMatchObject([
      { id: second.requestId, disputed: '又断电了', dueWhat: 'disputed', overdue: true },
      { id: first.requestId, disputed: null, overdue: false },
    ]);
    const { items } = await queueCounts(source().manager, agent);
    expect(items.find(({ queue }) => queue === 'confirm')).toMatchObject({ count: 2, overdue: 1 });
    await say(second.publicToken, { works: true });
    expect(await request(second.requestId)).toMatchObject({ waitingFor: 'department', disputed: null });
    expect((await toConfirm()).filter((one) => one.disputed !== null)).toEqual([]);
  });

  it('of a repair is reported again by itself, though another fault of the same equipment is open', async () => {
    const place = await somewhere(source().manager);
    const [requestId, command] = receiving(place);
    const { publicToken } = (await ofFault(command)).view;
    await ofFault({ type: 'respond', requestId, by, text: '工程师已在路上' });
    const [, another] = receiving(place, { twin: { decision: 'separate', reason: '另一个读卡器' } });
    const open = (await ofFault(another)).view;
    await resolve(requestId);
    await say(publicToken, { works: false, note: '又断电了' });
    const twin = { decision: 'separate', reason: '维修未生效', recurrenceOf: requestId } as const;
    const both = [
      receiving(place, { twin, description: '又断电了' }),
      receiving(place, { twin, description: '又断电了' }),
    ];
    const answers = await Promise.allSettled(both.map(([, later]) => ofFault(later)));
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'reported-again' } },
    ]);
    const again = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.view] : []))[0]!;
    const { disputed } = await request(requestId);
    expect(again).toMatchObject({
      ...{ joinedTo: null, recurrenceOf: { id: requestId }, receivedAt: disputed?.at },
      followUps: [],
    });
    expect((await request(open.id)).followUps).toEqual([]);
    await ofFault({ type: 'recur', requestId, recurredAs: { requestId: again.id, number: again.number } });
    expect(await request(requestId)).toMatchObject({ status: 'closed', verdict: 'not-effective', disputed: null });
    expect(await progressOf(source().manager, publicToken)).toMatchObject({ recurredAs: { number: again.number } });
    const [, tooLate] = receiving(place, { twin });
    await expect(ofFault(tooLate)).rejects.toMatchObject({ code: 'verdict-stands' });
  });

  it('of an answer is ours to answer once more', async () => {
    const { requestId, publicToken } = await consultation();
    await ofEnquiry({ type: 'respond', requestId, by, text: '在回放页选中时段后导出', via: 'phone' });
    await say(publicToken, { works: false, note: '没有这个按钮' });
    expect(await request(requestId)).toMatchObject({ waitingFor: 'us', disputed: { note: '没有这个按钮' } });
    const reply = { type: 'reply', requestId, entryId: newId(), by, text: '在右上角', via: 'phone' } as const;
    await conversationsIn(source()).handle(requestId, reply, cause());
    expect(await request(requestId)).toMatchObject({ waitingFor: 'confirmation', disputed: null });
    await say(publicToken, { works: true });
    expect(await request(requestId)).toMatchObject({ status: 'closed', disputed: null });
  });

  it('of a repair is on the timeline, and goes with it when the fault is reported again', async () => {
    const { requestId, publicToken } = await fault();
    await resolve(requestId);
    await say(publicToken, { works: false, note: '又断电了' });
    const told = await timelineOf(source().manager, await request(requestId));
    expect(told.at(-1)).toMatchObject({ type: 'intake.request-disputed.v1', by: '王敏', detail: { note: '又断电了' } });
    await ofFault({ type: 'recur', requestId, recurredAs: null });
    expect(await request(requestId)).toMatchObject({ status: 'closed', verdict: 'not-effective', disputed: null });
    expect(await toConfirm()).toEqual([]);
  });
});

describe('the word of the user by link', () => {
  it('is asked for when the fault is repaired, and not before', async () => {
    const { requestId, publicToken } = await fault();
    expect((await progress(publicToken)).mayConfirm).toBe(false);
    await expect(say(publicToken, { works: true })).rejects.toMatchObject({ code: 'request-not-resolved' });
    await resolve(requestId);
    expect(await progress(publicToken)).toMatchObject({ mayConfirm: true, confirmed: null });
    const after = await say(publicToken, { works: true });
    expect(after).toMatchObject({ status: 'resolved', confirmed: { how: 'user-confirmed', by: '王敏' } });
    await ofFault({ type: 'close', requestId });
    expect((await progress(publicToken)).mayConfirm).toBe(false);
    await expect(say(publicToken, { works: true })).rejects.toMatchObject({ code: 'request-closed' });
  });

  it('closes an enquiry that is answered, and that no department has any more', async () => {
    const { requestId, publicToken } = await consultation();
    await expect(say(publicToken, { works: true })).rejects.toMatchObject({ code: 'request-not-answered' });
    expect((await progress(publicToken)).mayConfirm).toBe(false);
    await ofEnquiry({ type: 'respond', requestId, by, text: '在回放页选中时段后导出', via: 'phone' });
    expect((await progress(publicToken)).mayConfirm).toBe(true);
    const ids = { questionId: newId(), promiseId: newId(), handOffId: newId() };
    const toldBy = new Date(Date.now() + 3_600_000).toISOString();
    const asked = { department: 'support', question: '旧型号能否导出？', reason: '需核实型号', toldBy } as const;
    await ofEnquiry({ type: 'refer', requestId, by, ...asked, ids, calendar });
    expect((await progress(publicToken)).mayConfirm).toBe(false);
    await expect(say(publicToken, { works: true })).rejects.toMatchObject({ code: 'question-open' });
    const answered = {
      state: 'answered',
      department: 'support',
      by: '侯博文',
      text: '可以',
      at: new Date().toISOString(),
    } as const;
    await ofEnquiry({ type: 'referral-moves', requestId, questionId: ids.questionId, ...answered });
    expect((await progress(publicToken)).mayConfirm).toBe(true);
    expect(await say(publicToken, { works: true, note: '多谢' })).toMatchObject({
      status: 'closed',
      mayConfirm: false,
    });
  });

  it('is heard once, however often it is sent', async () => {
    const { requestId, publicToken } = await fault();
    await resolve(requestId);
    const key = newId();
    await say(publicToken, { works: false, note: '又断电了' }, key);
    const { conversation } = await say(publicToken, { works: false, note: '又断电了' }, key);
    expect(conversation.filter(({ text }) => text === '又断电了')).toMatchObject([{ from: 'user', by: '王敏' }]);
  });

  it('that it does not work is told to the departments, and nothing is confirmed', async () => {
    const { requestId, publicToken } = await fault();
    await expect(say(publicToken, { works: false, note: '没人来' })).rejects.toMatchObject({
      code: 'request-not-resolved',
    });
    await resolve(requestId);
    expect(await say(publicToken, { works: false, note: '仍然重启' })).toMatchObject({
      status: 'resolved',
      confirmed: null,
    });
    const told = await source().query<{ type: string }[]>(
      `select type from journal where about = $1 and type like '%disputed%'`,
      [requestId],
    );
    expect(told).toHaveLength(1);
  });
});

describe('files by link', () => {
  const upload = (publicToken: string, content: string, key: string = newId()) =>
    links.upload({ params: { publicToken }, query: {}, body: undefined }, uploading(content), cause(key));
  const write = (publicToken: string, attachmentIds: string[]) =>
    links.write({ params: { publicToken }, query: {}, body: { text: '见照片', attachmentIds } }, cause());

  it('go with what the user writes or answers, and are fetched by the same link', async () => {
    const { requestId, publicToken } = await fault();
    const key = newId();
    const first = await upload(publicToken, 'one', key);
    expect(await upload(publicToken, 'one', key)).toEqual(first);
    const clarificationId = newId();
    const ask = { type: 'ask', requestId, clarificationId, by, question: '哪一层？', withinMinutes: 60 } as const;
    await conversationsIn(source()).handle(requestId, ask, cause());
    const second = await upload(publicToken, 'two');
    await links.answer(
      { params: { publicToken }, query: {}, body: { clarificationId, text: '三层', attachmentIds: [second.id] } },
      cause(),
    );
    const { conversation } = await write(publicToken, [first.id]);
    expect(conversation.slice(-2).map(({ text, attachments }) => [text, attachments.map(({ id }) => id)])).toEqual([
      ['三层', [second.id]],
      ['见照片', [first.id]],
    ]);
    const { told } = await links.download({
      params: { publicToken, attachmentId: first.id },
      query: {},
      body: undefined,
    });
    expect(told.size).toBe(3);
  });
  it('stay with their request: neither another link nor a note gives them away', async () => {
    const [here, there] = [await fault(), await fault()];
    const files = await attachmentsIn(source());
    const { id } = await upload(here.publicToken, 'one');
    await expect(write(there.publicToken, [id])).rejects.toMatchObject({ code: 'attachment-unknown' });
    const ours = await files.store(uploading('ours'));
    await expect(write(here.publicToken, [ours.id])).rejects.toMatchObject({ code: 'attachment-unknown' });
    const { requestId } = here;
    const note = { type: 'note', requestId, entryId: newId(), by, text: '疑似电源', attachmentIds: [ours.id] } as const;
    await conversationsIn(source()).handle(requestId, note, cause());
    for (const attachmentId of [ours.id, id, newId()]) {
      const params = { publicToken: here.publicToken, attachmentId };
      await expect(links.download({ params, query: {}, body: undefined })).rejects.toMatchObject({
        name: 'NotFound',
      });
    }
  });
  it('are no more than twenty, and none once the request is closed', async () => {
    const { requestId, publicToken } = await fault();
    for (let n = 0; n < 20; n += 1) await upload(publicToken, `file ${String(n)}`);
    await expect(upload(publicToken, 'more')).rejects.toMatchObject({ code: 'too-many-files' });
    await resolve(requestId);
    await say(publicToken, { works: true });
    await ofFault({ type: 'close', requestId });
    await expect(upload(publicToken, 'more')).rejects.toMatchObject({ code: 'request-closed' });
  });
});
