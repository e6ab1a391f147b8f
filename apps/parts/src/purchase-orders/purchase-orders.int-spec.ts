import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ownEventsOf, receiverOf } from '@pledge/application/testing';
import type { Actor } from '@pledge/kernel';
import { OrderAssigned } from '@pledge/contracts/events';
import type { PurchaseOrder } from '@pledge/contracts/http';
import { purchaseOrder as contract } from '@pledge/contracts/http';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import type { Catalogue } from '../catalogue/catalogue.module.js';
import { parts } from '../catalogue/catalogue.module.js';
import { partsMigrations } from '../migrations/index.js';
import { reservationIdOf, reservationReactions, reservations } from '../reservations/reservations.module.js';
import type { StockItems } from '../stock/stock.module.js';
import { stockItems, stockReactions } from '../stock/stock.module.js';
import type { Suppliers } from '../suppliers/suppliers.module.js';
import { suppliers } from '../suppliers/suppliers.module.js';
import { approve, buyer, keeper, materials, order, receive as receiving } from './purchase.fixtures.js';
import type { Asked } from './purchase.fixtures.js';
import type { PurchaseOrders } from './purchase-orders.module.js';
import { purchaseOrderList, purchaseOrderReactions, purchaseOrders } from './purchase-orders.module.js';
import type { PurchaseCommand } from './purchase-state.js';

const database = freshDatabase({ migrations: [...messagingMigrations, ...partsMigrations] });
const db = () => database().dataSource;
const zone = 'Asia/Shanghai';
const [mainPlace, partId, serialPart] = [randomUUID(), randomUUID(), randomUUID()];
const receive = receiverOf(
  db,
  [reservations, reservationReactions],
  [purchaseOrders, purchaseOrderReactions],
  [stockItems, stockReactions],
);
let settle: () => Promise<void>;
let supplierId: string;
const by = (caller: Actor) => ({ by: `person:${caller.personId}`, key: randomUUID(), caller, wantsView: true });

beforeEach(async () => {
  settle = ownEventsOf(db, receive);
  const catalogue: Catalogue = commandsOf(db(), parts, zone);
  const usual = { model: 'M', unit: '个', category: 'access-control', leadTimeDays: 7 } as const;
  for (const [id, name, serialTracked] of [
    [partId, '电源模块', false],
    [serialPart, '读卡器', true],
  ] as const) {
    const part = { ...usual, partId: id, code: id, name, serialTracked };
    await catalogue.handle(id, { type: 'catalogue', part }, { by: 'demo', key: id });
  }
  const items: StockItems = commandsOf(db(), stockItems, zone);
  const open = { type: 'open', partId, placeId: mainPlace, place: '总库', quantity: 0, reference: '期初' } as const;
  await items.handle(randomUUID(), open, { by: 'demo', key: 'open' });
  supplierId = randomUUID();
  const register = { type: 'register', name: '华东电子', contact: '周敏', phone: '021-55550000' } as const;
  await (commandsOf(db(), suppliers, zone) as Suppliers).handle(supplierId, register, by(buyer));
});

/** An order that carries so many, to be done by this moment. */
async function assigned(quantity: number, resolveBy: string): Promise<string> {
  const orderId = randomUUID();
  const event = OrderAssigned.of({
    ...{ orderId, number: 'DO-1', requestId: randomUUID(), assignment: 1, engineerId: randomUUID() },
    ...{ engineerName: '张伟国', previousEngineerId: null, siteId: randomUUID(), siteName: '门诊楼', cause: '老化' },
    ...{ nature: 'equipment', category: 'access-control', location: '一层', toolsToCarry: [], resolveBy },
    ...{ partsToCarry: [{ partId, quantity }], assignedBy: { personId: 'f', name: '冯' }, assignedAt: resolveBy },
  });
  await receive(event);
  await settle();
  return orderId;
}
const handle = async (id: string, command: PurchaseCommand, caller: Actor) => {
  const { view } = await (commandsOf(db(), purchaseOrders, zone) as PurchaseOrders).handle(id, command, by(caller), {
    mustExist: command.type !== 'draft',
  });
  await settle();
  return contract.parse(view);
};
const give = (id: string, { command, by: caller = buyer }: Asked) => handle(id, command, caller);
const listed = async (query: object = {}): Promise<readonly PurchaseOrder[]> =>
  (await purchaseOrderList.page(db(), { limit: 50, sort: 'newest', ...query }, undefined)).items;
const onlyOf = async (orderId: string) => (await listed({ orderId }))[0] as PurchaseOrder;
const submitted = (id: string) =>
  handle(
    id,
    {
      type: 'submit',
      supplierId,
      prices: [partId, serialPart].map((one) => ({ partId: one, unitPrice: 10_000 })),
      expectedOn: '2026-12-20',
      today: '2026-12-01',
    },
    buyer,
  );
async function bought(id: string): Promise<void> {
  await submitted(id);
  await give(id, approve(materials));
  await give(id, order(buyer));
}
const came = (id: string, lines: Parameters<typeof receiving>[0]) => {
  const { command } = receiving(lines);
  return handle(id, { ...command, placeId: mainPlace } as PurchaseCommand, keeper);
};
const stateOf = async (orderId: string): Promise<string | undefined> => {
  const [row] = await db().query<{ status: string }[]>('select status from reservation where reservation_id = $1', [
    reservationIdOf(orderId),
  ]);
  return row?.status;
};

describe('what an order lacks', () => {
  it('is drafted, approved, ordered, received, issued to it and closed', async () => {
    const orderId = await assigned(3, '2026-12-05T00:00:00.000Z');
    const drafted = await onlyOf(orderId);
    expect(drafted).toMatchObject({
      status: 'drafted',
      lines: [{ partId, quantity: 3, dueAt: null }],
      possible: ['submit', 'change', 'cancel'],
    });
    expect(drafted.number).toMatch(/^PO-\d{4}-0001$/u);
    await bought(drafted.id);
    expect(await onlyOf(orderId)).toMatchObject({ status: 'ordered', amount: 30_000, supplier: { name: '华东电子' } });
    expect((await onlyOf(orderId)).dueAt).not.toBeNull();
    const part = await came(drafted.id, [{ partId, quantity: 2 }]);
    expect([part.status, await stateOf(orderId)]).toEqual(['part-received', 'short']);
    await came(drafted.id, [{ partId, quantity: 1 }]);
    expect(await stateOf(orderId)).toBe('reserved');
    expect(await onlyOf(orderId)).toMatchObject({ status: 'closed', dueAt: null, possible: [] });
    const [stock] = await db().query<{ on_hand: number; reserved: number }[]>('select on_hand, reserved from stock');
    expect(stock).toEqual({ on_hand: 3, reserved: 3 });
  });

  it('goes to whoever is worst off, whatever was ordered for whom', async () => {
    const [relaxed, urgent] = [
      await assigned(2, '2026-12-30T00:00:00.000Z'),
      await assigned(2, '2026-12-03T00:00:00.000Z'),
    ];
    const forRelaxed = await onlyOf(relaxed);
    await bought(forRelaxed.id);
    await came(forRelaxed.id, [{ partId, quantity: 2 }]);
    expect([await stateOf(urgent), await stateOf(relaxed)]).toEqual(['reserved', 'short']);
    expect((await onlyOf(relaxed)).status).toBe('received');
    const forUrgent = await onlyOf(urgent);
    await bought(forUrgent.id);
    await came(forUrgent.id, [{ partId, quantity: 2 }]);
    expect(await stateOf(relaxed)).toBe('reserved');
    expect([(await onlyOf(relaxed)).status, (await onlyOf(urgent)).status]).toEqual(['closed', 'closed']);
  });
});

describe('a purchase order', () => {
  const byHand = async (lines: readonly { partId: string; quantity: number }[]) =>
    (await handle(randomUUID(), { type: 'draft', reason: '补库', lines: [...lines] }, keeper)).id;

  it('takes each serial number once, also where two come in at once', async () => {
    const ids = [
      await byHand([{ partId: serialPart, quantity: 1 }]),
      await byHand([{ partId: serialPart, quantity: 1 }]),
    ];
    for (const id of ids) await bought(id);
    const outcomes = await Promise.allSettled(
      ids.map((id) => came(id, [{ partId: serialPart, quantity: 1, serials: ['SN-1'] }])),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'serial-known' } });
    const rows = await db().query<{ serial: string }[]>('select serial from part_serial');
    expect(rows).toEqual([{ serial: 'SN-1' }]);
    const [kept] = await db().query<{ on_hand: number }[]>('select on_hand from stock where part_id = $1', [
      serialPart,
    ]);
    expect(kept?.on_hand).toBe(1);
  });

  it('takes the same serial number of two parts, whose makers do not ask each other', async () => {
    const id = await byHand([
      { partId, quantity: 1 },
      { partId: serialPart, quantity: 1 },
    ]);
    await bought(id);
    const both = [partId, serialPart].map((one) => ({ partId: one, quantity: 1, serials: ['SN-7'] }));
    expect((await came(id, both)).status).toBe('closed');
    expect(await db().query('select serial from part_serial')).toHaveLength(2);
  });

  it('is not ordered without an approval, nor approved by its buyer, says the database itself', async () => {
    const id = await byHand([{ partId, quantity: 1 }]);
    await submitted(id);
    const set = (sql: string) =>
      database().query(`update purchase_order set ${sql} where purchase_order_id = $1`, [id]);
    await expect(set(`status = 'ordered'`)).rejects.toThrow('po_ordered_when_approved');
    await expect(
      set(`record = jsonb_set(record, '{approvals}', jsonb_build_array(record -> 'submitted'))`),
    ).rejects.toThrow('po_approver_differs');
    await expect(set(`record = jsonb_set(record, '{lines,0,received}', '9')`)).rejects.toThrow(
      'po_received_within_ordered',
    );
  });

  it('is found by number, supplier and part, by state, and by the time it is due', async () => {
    const first = await byHand([{ partId, quantity: 1 }]);
    const second = await byHand([{ partId: serialPart, quantity: 1 }]);
    await bought(first);
    const { number } = (await listed({ status: 'ordered' }))[0] as PurchaseOrder;
    expect((await listed({ q: number })).map(({ id }) => id)).toEqual([first]);
    expect((await listed({ q: '华东' })).map(({ id }) => id)).toEqual([first]);
    expect((await listed({ q: '读卡器' })).map(({ id }) => id)).toEqual([second]);
    expect((await listed({ open: true, sort: 'due' })).map(({ id }) => id)).toEqual([first, second]);
    const page = await purchaseOrderList.page(db(), { limit: 1, sort: 'newest' }, undefined);
    expect([page.total, page.nextCursor !== null]).toEqual([2, true]);
  });
});
