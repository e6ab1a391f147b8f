import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { receiverOf } from '@pledge/application/testing';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import type { InputOf, Reservation, Stock } from '@pledge/contracts/http';
import type { listPurchaseOrders, listReservations, listStock, PurchaseOrder } from '@pledge/contracts/http';
import { parts } from '../catalogue/catalogue.module.js';
import type { Catalogue } from '../catalogue/catalogue.module.js';
import { partsMigrations } from '../migrations/index.js';
import {
  purchaseOrderList,
  purchaseOrderReactions,
  purchaseOrders,
} from '../purchase-orders/purchase-orders.module.js';
import type { StockItems } from '../stock/stock.module.js';
import { stockItems, stockList } from '../stock/stock.module.js';
import type { Reservations } from './reservations.module.js';
import { reservationIdOf, reservationList, reservations as kind } from './reservations.module.js';

const database = freshDatabase({ migrations: [...messagingMigrations, ...partsMigrations], poolSize: 20 });
const db = () => database().dataSource;
const zone = 'Asia/Shanghai';
const reservations = (): Reservations => commandsOf(db(), kind, zone);
const catalogue = (): Catalogue => commandsOf(db(), parts, zone);
const items = (): StockItems => commandsOf(db(), stockItems, zone);
const receive = receiverOf(db, [purchaseOrders, purchaseOrderReactions]);
type Items<Item> = Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>;
const pageOfStock = (query: InputOf<typeof listStock>['query']) =>
  stockList.page(db(), query, undefined) as Items<Stock>;
const pageOfReservations = (query: InputOf<typeof listReservations>['query']) =>
  reservationList.page(db(), query, undefined) as Items<Reservation>;
const pageOfPurchaseOrders = (query: Omit<InputOf<typeof listPurchaseOrders>['query'], 'sort'>) =>
  purchaseOrderList.page(db(), { ...query, sort: 'newest' }, undefined) as Items<PurchaseOrder>;
const heard = (key: string = randomUUID()) => ({ by: 'reaction:test', key });

const [main, branch] = ['018f7a52-0000-7000-8000-000000000021', '018f7a52-0000-7000-8000-000000000022'] as const;
let partId: string;
let mainStock: string;
let branchStock: string;

/** A part with so many in the main warehouse and so many in the branch. */
async function stocked(inMain: number, inBranch: number): Promise<void> {
  [partId, mainStock, branchStock] = [randomUUID(), randomUUID(), randomUUID()];
  const part = { partId, code: partId, name: '电源模块', model: 'PM125', unit: '个', leadTimeDays: 7 };
  await catalogue().handle(partId, { type: 'catalogue', part: { ...part, category: 'access-control' } }, heard());
  const open = (stockId: string, placeId: string, place: string, quantity: number) =>
    items().handle(stockId, { type: 'open', partId, placeId, place, quantity, reference: '期初' }, heard());
  await open(mainStock, main, '总库', inMain);
  await open(branchStock, branch, '浦东分库', inBranch);
}

interface Order {
  readonly orderId: string;
  readonly requestId: string;
}
const newOrder = (): Order => ({ orderId: randomUUID(), requestId: randomUUID() });
const about = ({ orderId, requestId }: Order) => ({ orderId, requestId });

/** What parts says of a shortage it hears itself. */
const assign = async (order: Order, quantity: number, assignment = 1, cause = heard()) => {
  const command = { type: 'reserve', ...about(order), assignment, lines: [{ partId, quantity }] } as const;
  const outcome = await reservations().handle(reservationIdOf(order.orderId), command, cause);
  for (const event of outcome.events) if (event.type === 'parts.short.v1') await receive(event, { id: cause.key });
  return outcome;
};
const use = (order: Order, quantity: number, cause = heard()) =>
  reservations().handle(
    reservationIdOf(order.orderId),
    { type: 'consume', ...about(order), used: quantity > 0 ? [{ partId, quantity }] : [] },
    cause,
  );
const close = (order: Order, cause = heard()) =>
  reservations().handle(reservationIdOf(order.orderId), { type: 'release', ...about(order) }, cause);
const stock = async (stockId: string) => {
  const { onHand, reserved, available } = (await pageOfStock({ partId, limit: 50 })).items.find(
    ({ id }) => id === stockId,
  ) as Stock;
  return { onHand, reserved, available };
};
const reservationOf = async ({ orderId }: Order) => (await pageOfReservations({ orderId, limit: 2 })).items;

describe('parts of an order', () => {
  beforeEach(() => stocked(10, 4));

  it('are set aside at the fullest place, used from there, and the rest goes back', async () => {
    const order = newOrder();
    await assign(order, 3);
    expect(await stock(mainStock)).toEqual({ onHand: 10, reserved: 3, available: 7 });
    expect(await reservationOf(order)).toMatchObject([
      {
        status: 'reserved',
        lines: [{ partId, name: '电源模块', quantity: 3, placeId: main, place: '总库' }],
        missing: [],
      },
    ]);
    await use(order, 2);
    expect(await stock(mainStock)).toEqual({ onHand: 8, reserved: 0, available: 8 });
    expect(await reservationOf(order)).toMatchObject([{ status: 'consumed', lines: [{ quantity: 2 }], version: 2 }]);
    await close(order);
    expect(await stock(mainStock)).toEqual({ onHand: 8, reserved: 0, available: 8 });
  });

  it('come from the item that the stock list shows first, also where two are equally full', async () => {
    await stocked(5, 5);
    const [first] = (await pageOfStock({ partId, limit: 50 })).items;
    const order = newOrder();
    await assign(order, 1);
    await use(order, 1);
    const [left] = (await pageOfStock({ partId, limit: 50 })).items.filter(({ id }) => id === first?.id);
    expect(left?.onHand).toBe(4);
  });

  it('go back when the order is closed without using them', async () => {
    const order = newOrder();
    await assign(order, 12);
    expect(await stock(branchStock)).toEqual({ onHand: 4, reserved: 2, available: 2 });
    await close(order);
    expect([await stock(mainStock), await stock(branchStock)]).toMatchObject([{ reserved: 0 }, { reserved: 0 }]);
    expect(await reservationOf(order)).toMatchObject([{ status: 'released', lines: [] }]);
  });

  it('are given back and set aside anew for a later assignment; an older one is ignored', async () => {
    const order = newOrder();
    await assign(order, 9, 1);
    await assign(order, 2, 3);
    await assign(order, 8, 2);
    expect(await stock(mainStock)).toEqual({ onHand: 10, reserved: 2, available: 8 });
    expect(await reservationOf(order)).toMatchObject([{ status: 'reserved', lines: [{ quantity: 2 }] }]);
  });

  it('that nobody set aside are used from the stock, and what no place has is told', async () => {
    const order = newOrder();
    const { events } = await use(order, 15);
    expect(events).toMatchObject([
      {
        type: 'parts.consumed.v1',
        data: { lines: [{ quantity: 10 }, { quantity: 4 }], unaccounted: [{ quantity: 1 }] },
      },
    ]);
    expect([await stock(mainStock), await stock(branchStock)]).toMatchObject([{ onHand: 0 }, { onHand: 0 }]);
  });
});

describe('hearing the same twice', () => {
  beforeEach(() => stocked(10, 4));

  it('changes nothing, at any step', async () => {
    const order = newOrder();
    const [assigned, measured, closed] = [heard(), heard(), heard()];
    const steps = [() => assign(order, 12, 1, assigned), () => use(order, 11, measured), () => close(order, closed)];
    for (const step of steps) {
      await step();
      const before = [await stock(mainStock), await stock(branchStock), await reservationOf(order)];
      expect((await step()).repeated).toBe(true);
      expect([await stock(mainStock), await stock(branchStock), await reservationOf(order)]).toEqual(before);
    }
    await Promise.all(steps.map((step) => step()));
    expect(await stock(mainStock)).toEqual({ onHand: 0, reserved: 0, available: 0 });
    expect(await stock(branchStock)).toEqual({ onHand: 3, reserved: 0, available: 3 });
  });
});

describe('twenty orders at once', () => {
  it('share ten pieces: ten get theirs, ten wait for a purchase order each, numbered without a gap', async () => {
    await stocked(7, 3);
    const orders = Array.from({ length: 20 }, newOrder);
    await Promise.all(orders.map((order) => assign(order, 1)));

    expect([await stock(mainStock), await stock(branchStock)]).toEqual([
      { onHand: 7, reserved: 7, available: 0 },
      { onHand: 3, reserved: 3, available: 0 },
    ]);
    const { items } = await pageOfReservations({ limit: 50 });
    expect(items.filter(({ status }) => status === 'reserved')).toHaveLength(10);
    expect(items.filter(({ status, purchaseOrderNumber }) => status === 'short' && purchaseOrderNumber)).toHaveLength(
      10,
    );

    const papers = (await pageOfPurchaseOrders({ limit: 50 })).items;
    const year = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date());
    expect(papers.map(({ number }) => number).sort()).toEqual(
      Array.from({ length: 10 }, (_, nth) => `PO-${year}-${String(nth + 1).padStart(4, '0')}`),
    );

    await Promise.all(orders.map((order) => use(order, 1)));
    expect([await stock(mainStock), await stock(branchStock)]).toMatchObject([
      { onHand: 0, reserved: 0 },
      { onHand: 0, reserved: 0 },
    ]);
  });

  it('that want several parts each, in any order, do not wait for each other for ever', async () => {
    await stocked(30, 30);
    const first = partId;
    await stocked(30, 30);
    const second = partId;
    await Promise.all(
      Array.from({ length: 20 }, (_, nth) => {
        const order = newOrder();
        const lines = [first, second].map((one) => ({ partId: one, quantity: 2 }));
        if (nth % 2 === 0) lines.reverse();
        return reservations().handle(
          reservationIdOf(order.orderId),
          { type: 'reserve', ...about(order), assignment: 1, lines },
          heard(),
        );
      }),
    );
    const { items } = await pageOfStock({ limit: 50 });
    expect(items.map(({ reserved }) => reserved).reduce((sum, one) => sum + one, 0)).toBe(80);
  });

  it('lose nothing while parts come in to the same shelf', async () => {
    await stocked(0, 20);
    const orders = Array.from({ length: 12 }, newOrder);
    await Promise.all(orders.map((order) => assign(order, 1)));
    const comeIn = () => items().handle(branchStock, { type: 'receive', quantity: 1, reference: '送货单' }, heard());
    await Promise.all(orders.flatMap((order) => [comeIn(), use(order, 1)]));
    expect(await stock(branchStock)).toEqual({ onHand: 20, reserved: 0, available: 20 });
  });
});

describe('a shortage', () => {
  it('and its purchase order are told in one piece', async () => {
    await stocked(1, 0);
    const order = newOrder();
    const { events } = await assign(order, 4);
    expect(events.map(({ type }) => type)).toEqual(['parts.short.v1']);
    const [paper] = (await pageOfPurchaseOrders({ orderId: order.orderId, limit: 5 })).items;
    expect(paper).toMatchObject({ status: 'drafted', lines: [{ partId, name: '电源模块', quantity: 3 }], version: 1 });
    expect(await reservationOf(order)).toMatchObject([
      { status: 'short', purchaseOrderId: paper?.id, purchaseOrderNumber: paper?.number, missing: [{ quantity: 3 }] },
    ]);
    const told = await db().query<{ type: string }[]>(
      'select distinct partition_key, type from outbox where partition_key = $1',
      [order.requestId],
    );
    expect(told).toHaveLength(2);
  });

  it('wastes no number where the assignment is an old one', async () => {
    await stocked(0, 0);
    const order = newOrder();
    await assign(order, 1, 2);
    await assign(order, 5, 1);
    await assign(newOrder(), 1);
    const { items } = await pageOfPurchaseOrders({ limit: 5 });
    expect(items.map(({ number }) => number.slice(-4))).toEqual(['0002', '0001']);
  });
});

describe('lists', () => {
  it('page by key: every item once, in order', async () => {
    for (const amount of [3, 3, 3, 1]) await stocked(amount, amount);
    const seen: { id: string; available: number }[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageOfStock>> = await pageOfStock({
        limit: 3,
        ...(cursor && { cursor }),
      });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.map(({ available }) => available)).toEqual([3, 3, 3, 3, 3, 3, 1, 1]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(8);
  });

  it('page reservations that were made in the same moment', async () => {
    await stocked(50, 0);
    const orders = Array.from({ length: 7 }, newOrder);
    await Promise.all(orders.map((order) => assign(order, 1)));
    await db().query(`update reservation set reserved_at = '2026-11-22T01:00:00.123Z'`);
    const first = await pageOfReservations({ limit: 4 });
    const second = await pageOfReservations({ limit: 4, cursor: first.nextCursor ?? '' });
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ orderId }) => orderId)).size).toBe(7);
  });
});
