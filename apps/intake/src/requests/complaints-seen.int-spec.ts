import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Role, RouteContract } from '@pledge/contracts';
import { complaintReaders, roles } from '@pledge/contracts';
import * as http from '@pledge/contracts/http';
import { queueName } from '@pledge/contracts/http';
import { routesIn } from '@pledge/service-host';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Who } from '../service.testbed.js';
import { intakeService } from '../service.testbed.js';
import { somewhere } from './reports.testbed.js';

const { service, call } = intakeService();
const agent: Who = { role: 'agent', department: 'intake' };
const words = '约好九点十一点才到也没有电话';
const phone = '13977770001';

interface Place {
  readonly customerId: string;
  readonly siteId: string | null;
  readonly equipmentId: string | null;
}
interface Complained {
  readonly id: string;
  readonly number: string;
  readonly envelopeId: string;
  readonly fileId: string;
}
let place: Place;
/** One that nobody took yet, one at work with everything that can be said about it, one that waits for a confirmation, a closed one. */
let untouched: Complained;
let atWork: Complained;
let answered: Complained;
let closed: Complained;
/** A fault of the same user, which everybody goes on seeing. */
let fault: string;

async function done(method: string, path: string, body?: unknown) {
  const answer = await call(agent, method, path, body);
  expect([path, answer.status < 300, answer.text]).toEqual([path, true, expect.anything()]);
  return answer.json;
}

async function complained(name: string): Promise<Complained> {
  const form = new FormData();
  form.append('file', new Blob([`${words} ${name}`], { type: 'text/plain' }), 'letter.txt');
  const { id: fileId } = await done('POST', '/attachments', form);
  const details = { kind: 'complaint', againstDepartment: 'dispatch', againstPerson: null, demand: '书面道歉' };
  const { id, number } = await done('POST', '/requests', {
    ...{ kind: 'complaint', channel: 'letter', reportedBy: { name, phone }, details, attachmentIds: [fileId] },
    ...{ subject: `${words} ${name}`, description: `${words} ${randomUUID()}` },
    ...{ customerId: place.customerId, siteId: place.siteId, equipmentId: place.equipmentId },
  });
  const { items } = await done('GET', `/envelopes?requestId=${id}`);
  return { id, number, envelopeId: items[0].id, fileId };
}

beforeAll(async () => {
  place = await somewhere(service().app.get(DataSource).manager);
  untouched = await complained('甲');
  atWork = await complained('乙');
  await done('POST', `/requests/${atWork.id}/take`);
  await done('POST', `/requests/${atWork.id}/clarifications`, { question: '哪一位工程师？', withinMinutes: 60 });
  const by = new Date(Date.now() + 3_600_000).toISOString();
  await done('POST', `/requests/${atWork.id}/told`, { what: `回电：${words}`, by });
  answered = await complained('丙');
  await done('POST', `/requests/${answered.id}/respond`, { text: '向您致歉', via: 'phone' });
  closed = await complained('丁');
  await done('POST', `/requests/${closed.id}/respond`, { text: '向您致歉', via: 'phone' });
  await done('POST', `/requests/${closed.id}/confirm`, { how: 'user-confirmed', by: '丁', note: '满意' });
  const { id } = await done('POST', '/requests', {
    ...{ kind: 'fault', channel: 'hotline', reportedBy: { name: '戊', phone }, description: '读卡无响应' },
    ...{ customerId: place.customerId, siteId: place.siteId, equipmentId: place.equipmentId, impact: 'partial' },
  });
  fault = id;
});

const soon = () => {
  const from = new Date().toISOString();
  return `from=${from}&to=${new Date(Date.now() + 86_400_000).toISOString()}`;
};
const all = () => [untouched, atWork, answered, closed];

/** Where each route that reads would show a complaint; a route that shows nothing of any request has no address here. */
const addresses: Readonly<Record<string, () => readonly string[]>> = {
  listRequests: () => [
    '/requests?limit=200',
    '/requests?kind=complaint',
    `/requests?customerId=${place.customerId}`,
    `/requests?q=${encodeURIComponent(words)}`,
    `/requests?phone=${phone}`,
  ],
  getRequest: () => all().map(({ id }) => `/requests/${id}`),
  getTimeline: () => all().map(({ id }) => `/requests/${id}/timeline`),
  getConversation: () => all().map(({ id }) => `/requests/${id}/conversation`),
  listCallBacks: () => ['/call-backs?limit=200'],
  listQueue: () => [
    ...queueName.options.map((queue) => `/queues/${queue}?limit=200`),
    `/queues/new?q=${encodeURIComponent(words)}`,
  ],
  findCaller: () => all().flatMap(({ number }) => [`/callers?q=${number}`, `/callers?q=${phone}`]),
  getCustomerCard: () => [`/callers/customers/${place.customerId}`],
  listCallerEquipment: () => [`/callers/customers/${place.customerId}/equipment`],
  getStanding: () => [
    `/standing?phone=${phone}`,
    `/standing?customerId=${place.customerId}`,
    ...all().map(({ number }) => `/standing?number=${number}`),
  ],
  listEnvelopes: () => ['/envelopes?limit=200', ...all().map(({ id }) => `/envelopes?requestId=${id}`)],
  getEnvelope: () => all().map(({ envelopeId }) => `/envelopes/${envelopeId}`),
  downloadAttachment: () => all().map(({ fileId }) => `/attachments/${fileId}`),
  listShifts: () => [`/roster?${soon()}`],
};
/** They show no request, or are for the desk alone, who takes complaints. */
const elsewhere = new Set([
  ...['listTemplates', 'searchArticles', 'getRouting', 'getBalance', 'getOnCall', 'listDeadLetters', 'countQueues'],
  // Who has which id open, and no word of it.
  'listLooking',
]);

const isOpen = ({ method, may }: RouteContract) =>
  method === 'GET' && may !== 'anyone' && (may === 'signed-in' || may.some((role) => !complaintReaders.includes(role)));
const reading = [...routesIn(http, 'intake'), ...Object.values(http.deadLetterRoutes('intake'))].filter(isOpen);

const shows = (text: string) =>
  all().some(({ id, number, envelopeId }) => [id, number, envelopeId, words].some((word) => text.includes(word)));

describe('what a complaint says', () => {
  it('is looked for at every route that others than those who handle it may read', () =>
    expect(
      reading
        .map(({ name }) => name)
        .filter((name) => !elsewhere.has(name))
        .toSorted(),
    ).toEqual(Object.keys(addresses).toSorted()));

  const others = roles.filter((role) => !complaintReaders.includes(role) && role !== 'customer-contact');
  it.each(others)('is shown to no %s, wherever they look', async (role: Role) => {
    const shown: string[] = [];
    for (const path of Object.values(addresses).flatMap((where) => where())) {
      const { status, text } = await call({ role, department: 'dispatch' }, 'GET', path);
      expect([path, [200, 404].includes(status)]).toEqual([path, true]);
      if (shows(text)) shown.push(path);
    }
    expect(shown).toEqual([]);
    const counts = await call({ role, department: 'dispatch' }, 'GET', '/queues');
    const counted = (name: string) => counts.json.items.find(({ queue }: { queue: string }) => queue === name).count;
    expect([counted('call-backs'), counted('waiting-for-user'), counted('confirm')]).toEqual([0, 0, 0]);
  });

  it('is left out of lists that go on showing what else there is', async () => {
    const dispatcher: Who = { role: 'dispatcher', department: 'dispatch' };
    for (const path of [
      ...['/requests', `/standing?phone=${phone}`, `/callers?q=${phone}`, '/queues/new'],
      `/callers/customers/${place.customerId}`,
    ]) {
      const { status, text } = await call(dispatcher, 'GET', path);
      expect([path, status, text.includes(fault)]).toEqual([path, 200, true]);
    }
    const { json } = await call(dispatcher, 'GET', `/callers/customers/${place.customerId}`);
    expect([json.sites[0].openCount, json.open.length, json.past.length]).toEqual([1, 1, 0]);
    const { json: whole } = await call(agent, 'GET', `/callers/customers/${place.customerId}`);
    expect([whole.sites[0].openCount, whole.open.length, whole.past.length]).toEqual([4, 4, 1]);
  });

  it.each(others)('is not found by %s as what does not exist', async (role: Role) => {
    const nothing = await call({ role }, 'GET', '/requests/018f7a52-0000-7000-8000-00000000dead');
    for (const { id, envelopeId, fileId } of all()) {
      for (const path of [
        `/requests/${id}`,
        `/requests/${id}/timeline`,
        `/envelopes/${envelopeId}`,
        `/attachments/${fileId}`,
      ]) {
        const { status, text } = await call({ role }, 'GET', path);
        expect([path, status, text]).toEqual([path, 404, nothing.text]);
      }
    }
    const note = await call({ role }, 'POST', `/requests/${untouched.id}/notes`, { text: 'x' });
    expect([note.status, note.text]).toEqual([404, nothing.text]);
  });

  it.each(complaintReaders)('is shown to a %s', async (role: Role) => {
    for (const route of [
      'listRequests',
      'getRequest',
      'getTimeline',
      'getConversation',
      'listEnvelopes',
      'getEnvelope',
    ]) {
      for (const path of addresses[route]?.() ?? []) {
        const { status, text } = await call({ role }, 'GET', path);
        expect([path, status, shows(text)]).toEqual([path, 200, true]);
      }
    }
    for (const path of ['/queues/new', '/call-backs', `/callers/customers/${place.customerId}`]) {
      expect([path, shows((await call({ role }, 'GET', path)).text)]).toEqual([path, true]);
    }
    const file = await call({ role }, 'GET', `/attachments/${untouched.fileId}`);
    expect([file.status, file.text]).toEqual([200, `${words} 甲`]);
  });

  it('is the complainer’s own, and no other customer’s', async () => {
    const own: Who = { role: 'customer-contact', customerId: place.customerId };
    const other: Who = { role: 'customer-contact', customerId: untouched.id };
    expect((await call(own, 'GET', `/requests/${untouched.id}`)).status).toBe(200);
    expect((await call(other, 'GET', `/requests/${untouched.id}`)).status).toBe(404);
  });

  it('is read by the department it was referred to, and by no other', async () => {
    const ask = (department: 'parts' | 'archives') =>
      call({ role: 'archivist', department }, 'GET', `/requests/${untouched.id}`);
    const toldBy = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const referral = { department: 'archives', question: '档案里怎么说？', reason: '需查档案', toldBy };
    await done('POST', `/requests/${untouched.id}/refer`, referral);
    expect([(await ask('archives')).status, (await ask('parts')).status]).toEqual([200, 404]);
    const { text } = await call({ role: 'archivist', department: 'archives' }, 'GET', '/requests?kind=complaint');
    expect([text.includes(untouched.id), text.includes(atWork.id)]).toEqual([true, false]);
  });
});
