import { afterEach, describe, expect, it } from '@jest/globals';
import type { RecordTimers } from '@pledge/application';
import type { CallerIdentity } from '@pledge/contracts';
import {
  PurchaseApproved,
  PurchaseCancelled,
  PurchaseLineSupplied,
  PurchaseOrderChanged,
} from '@pledge/contracts/events';
import { messagingMigrations } from '@pledge/messaging';
import { stamp, workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { v7 as newId } from 'uuid';
import { faultOf } from './faults.fixtures.js';
import { ledgersIn, startTimers } from './ledgers.fixtures.js';
import { supervisionMigrations } from './migrations/index.js';
import { promiseList } from './promises/promises.module.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const db = () => fresh().dataSource;
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const { receive } = ledgersIn(db);
const manager: CallerIdentity = {
  ...{ personId: 'm', name: '尹丽萍', role: 'manager', roles: ['manager'], department: 'parts' },
  ...{ customerId: null, language: 'zh' },
};
const by = { personId: 'b', name: '采购员' };
const at = new Date().toISOString();

let timers: RecordTimers | undefined;
afterEach(async () => {
  await timers?.onModuleDestroy();
  timers = undefined;
});

const listed = async (purchaseOrderId: string) =>
  (await promiseList.page(db(), { limit: 50, subjectId: purchaseOrderId }, manager)).items;
const states = async (purchaseOrderId: string) =>
  Object.fromEntries((await listed(purchaseOrderId)).map(({ id, state }) => [id, state]));

/** A purchase order of two parts that was approved so many days ago. */
async function approved({ daysAgo = 0, requestId = null as string | null, whole = true } = {}) {
  const about = { purchaseOrderId: newId(), number: 'PO-2026-0001', orderId: null, requestId };
  const startedAt = new Date(Date.now() - daysAgo * 24 * 3_600_000).toISOString();
  const promises = [newId(), newId()].map((promiseId) => ({
    partId: newId(),
    stamped: stamp({
      ...{ promiseId, promise: 'supply-part', startedAt, calendar },
      limit: { amount: 7, unit: 'working-days' },
    }),
  }));
  const [first = '', second = ''] = promises.map(({ stamped }) => stamped.promiseId);
  await receive(PurchaseApproved.of({ ...about, by, role: 'materials-manager', at: startedAt, whole, promises }));
  return { about, first, second, partId: promises[0]?.partId ?? '' };
}

describe('what a purchase order promises', () => {
  it('runs from the approval, is listed by its purchase order, and belongs to no request', async () => {
    const { about, first, second } = await approved();
    const items = await listed(about.purchaseOrderId);
    expect(items.map(({ id }) => id).sort()).toEqual([first, second].sort());
    for (const item of items) {
      expect(item).toMatchObject({ promise: 'supply-part', owner: 'parts', state: 'running' });
      expect(item).toMatchObject({ requestId: null, requestNumber: null });
      expect(item.subject).toEqual({ kind: 'purchase-order', id: about.purchaseOrderId, number: about.number });
    }
  });

  it('does not run while another has still to approve', async () => {
    const { about } = await approved({ whole: false });
    expect(await listed(about.purchaseOrderId)).toEqual([]);
  });

  it('belongs to the request whose order waits, with its number, where there is one', async () => {
    const { id, sequence, ...fault } = faultOf(0);
    await receive({ type: fault.type, data: fault.data }, { id, sequence });
    const { requestId, number } = fault.data;
    const { about } = await approved({ requestId });
    expect(await listed(about.purchaseOrderId)).toMatchObject([
      { requestId, requestNumber: number },
      { requestId, requestNumber: number },
    ]);
  });

  it('is kept by each part that is supplied, and done late after the due time', async () => {
    const { about, first, second, partId } = await approved();
    const supplied = (promiseId: string, suppliedAt: string) =>
      receive(PurchaseLineSupplied.of({ ...about, partId, quantity: 1, promiseId, suppliedAt }));
    await supplied(first, at);
    expect(await states(about.purchaseOrderId)).toEqual({ [first]: 'kept', [second]: 'running' });
    await supplied(second, '2099-01-01T00:00:00.000Z');
    expect(await states(about.purchaseOrderId)).toEqual({ [first]: 'kept', [second]: 'done-late' });
  });

  it('falls away with the purchase order, and with what was approved', async () => {
    const { about, first, second } = await approved();
    await receive(PurchaseCancelled.of({ ...about, reason: '不再需要', promiseIds: [first, second], by, at }));
    expect(await listed(about.purchaseOrderId)).toMatchObject([
      { state: 'void', voidReason: '不再需要' },
      { state: 'void', voidReason: '不再需要' },
    ]);
    const other = await approved();
    await receive(PurchaseOrderChanged.of({ ...other.about, lines: [], promiseIds: [other.first], by, at }));
    expect(await states(other.about.purchaseOrderId)).toEqual({ [other.first]: 'void', [other.second]: 'running' });
  });

  it('is at risk and breached like every other, and says about what', async () => {
    const { about } = await approved({ daysAgo: 40 });
    timers = startTimers(db());
    await eventually(async () => {
      expect(Object.values(await states(about.purchaseOrderId))).toEqual(['breached', 'breached']);
      return true;
    });
    const said = await db().query<{ type: string; subject: unknown; request: unknown }[]>(
      `select type, data -> 'subject' as subject, data -> 'requestId' as request from journal
       where data -> 'subject' ->> 'id' = $1 and type ~ 'promise-(at-risk|breached|escalated)' order by seq`,
      [about.purchaseOrderId],
    );
    expect(said.map(({ type }) => type).sort()).toEqual(
      ['at-risk', 'at-risk', 'breached', 'breached', 'escalated', 'escalated'].map(
        (what) => `supervision.promise-${what}.v1`,
      ),
    );
    expect(said[0]).toMatchObject({ subject: { kind: 'purchase-order', number: about.number }, request: null });
  });
});
