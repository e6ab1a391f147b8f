import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type { Channel, Service } from '@pledge/contracts';
import type { Equipment } from '@pledge/contracts/http';
import { getBalance, getRequest, listOrders, listPromises, reportRequest } from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import type { RunningStack } from './stack.js';
import { equipmentInWarranty, reportOn } from './main-job.js';
import type { People } from './person.js';

/** Everybody but who takes reports. */
const others: readonly (Service | 'nats')[] = [
  'dispatch',
  'parts',
  'archives',
  'support',
  'supervision',
  'notifier',
  'nats',
];
const channels: readonly Channel[] = ['hotline', 'night-hotline', 'portal', 'api', 'on-site'];

export interface Alone {
  readonly sent: number;
  readonly accepted: number;
  readonly refused: readonly string[];
  /** From the moment at which the last of the others was back until everything was settled everywhere. */
  readonly settledAfterMs: number;
  /** What is lost, doubled or stuck, a line each. */
  readonly wrong: readonly string[];
}

/**
 * Intake alone: NATS and every other department are stopped, reports and enquiries go on coming in on every channel, the
 * others come back, and everything is counted. Bounded by `seconds` and by `everyMs` between two reports.
 */
export async function intakeAlone(
  stack: RunningStack,
  people: People,
  {
    seconds,
    everyMs,
    settleWithinMs,
  }: { readonly seconds: number; readonly everyMs: number; readonly settleWithinMs: number },
): Promise<Alone> {
  const agent = await people.as('agent');
  const devices = await equipmentInWarranty(people);
  const before = await agent.call(getBalance);
  const faults: { readonly id: string; readonly number: string; readonly joined: boolean }[] = [];
  const enquiries: string[] = [];
  const refused: string[] = [];
  let sent = 0;

  for (const name of others) await stack.stopService(name);
  try {
    for (const until = Date.now() + seconds * 1_000; Date.now() < until; sent += 1) {
      const device = devices[sent % devices.length];
      const channel = channels[sent % channels.length];
      if (!device || !channel) throw new Error('the demo company has no equipment in warranty');
      const began = Date.now();
      try {
        if (sent % 4 === 3) enquiries.push((await agent.call(reportRequest, { body: enquiry(device, channel) })).id);
        else {
          const body = { ...reportOn(device), channel, description: `主机反复重启 ${randomUUID()}` };
          const { id, number, joinedTo } = await agent.call(reportRequest, { body });
          faults.push({ id, number, joined: joinedTo !== null });
        }
      } catch (failure) {
        refused.push(String(failure));
      }
      await rest(Math.max(0, everyMs - (Date.now() - began)));
    }
  } finally {
    for (const name of others.toReversed()) await stack.startService(name);
  }

  const back = Date.now();
  const wrong: string[] = [];
  const dispatcher = await people.as('dispatcher');
  const supervisor = await people.as('quality-supervisor');
  const left = () => ({ within: Math.max(1_000, settleWithinMs - (Date.now() - back)), every: 250 });
  const note = (what: string) => (failure: unknown) => void wrong.push(`${what}: ${String(failure)}`);
  for (const { id, number, joined } of faults) {
    await eventually(async () => {
      const { items } = await dispatcher.call(listOrders, { query: { requestId: id } });
      return items.length === (joined ? 0 : 1) || undefined;
    }, left()).catch(note(`${number} has not exactly ${joined ? 'no order' : 'one order'}`));
    await eventually(async () => {
      const { items } = await supervisor.call(listPromises, { query: { requestId: id } });
      return items.length === (joined ? 1 : 3) || undefined;
    }, left()).catch(note(`the clocks of ${number} do not run`));
  }
  for (const id of enquiries) {
    await eventually(async () => {
      const { items } = await supervisor.call(listPromises, { query: { requestId: id } });
      return items.length > 0 || undefined;
    }, left()).catch(note(`the clock of enquiry ${id} does not run`));
  }
  const settledAfterMs = Date.now() - back;
  for (const { id, number } of faults) await agent.call(getRequest, { params: { requestId: id } }).catch(note(number));
  const after = await agent.call(getBalance);
  const accepted = faults.length + enquiries.length;
  if (after.total.in - before.total.in !== accepted) {
    wrong.push(`${String(accepted)} were accepted, ${String(after.total.in - before.total.in)} are in the books`);
  }
  if (after.difference !== 0) wrong.push(`the two books of what came in differ by ${String(after.difference)}`);
  return { sent, accepted, refused, settledAfterMs, wrong };
}

const enquiry = (device: Equipment, channel: Channel) =>
  ({
    kind: 'consultation',
    channel,
    reportedBy: { name: '王敏', phone: '13800000001' },
    customerId: device.customerId,
    siteId: device.siteId,
    subject: `如何添加门禁卡 ${randomUUID()}`,
    description: `新员工入职，如何在 ${device.name} 上添加门禁卡？${randomUUID()}`,
    details: { kind: 'consultation' },
  }) as const;
