import type { Actor } from '@pledge/kernel';
import { replay } from '@pledge/kernel';
import { workCalendar } from '@pledge/promises';
import { givenFor, specFor } from '@pledge/testing/rules';
import { purchaseOrder } from './purchase-order.js';
import type { PurchaseCommand, PurchaseContext, PurchaseEvent } from './purchase-state.js';

export const id = (count: number): string => `018f7a52-0000-7000-8000-${String(count).padStart(12, '0')}`;
export const purchaseOrderId = id(1);
export const [power, reader] = [id(11), id(12)] as const;
export const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;

const person = (personId: string, ...roles: readonly string[]): Actor => ({
  ...{ personId, name: personId, role: roles[0] ?? '', roles, department: 'parts', customerId: null },
});
export const buyer = person('buyer', 'buyer');
export const materials = person('materials', 'materials-manager');
export const manager = person('manager', 'manager');
export const keeper = person('keeper', 'storekeeper');
/** One who has every role: four eyes are to stop them all the same. */
export const everybody = person('everybody', 'buyer', 'materials-manager', 'manager', 'storekeeper');

export const context: PurchaseContext = {
  parts: {
    [power]: { name: '电源模块', leadTimeDays: 7, serialTracked: false },
    [reader]: { name: '读卡器', leadTimeDays: 3, serialTracked: true },
  },
  supplier: { name: '华东电子', status: 'active' },
  place: '总库',
  knownSerials: [{ partId: reader, serial: 'SN-OLD' }],
};

/** A command with who gives it, and what is known where that is another. */
export interface Asked {
  readonly command: PurchaseCommand;
  readonly by?: Actor;
  readonly known?: Partial<PurchaseContext>;
}
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });

export const draftFor: Asked = {
  command: {
    type: 'draft-for',
    ...{ orderId: id(2), requestId: id(3) },
    lines: [
      { partId: power, name: '电源模块', quantity: 2 },
      { partId: reader, name: '读卡器', quantity: 1 },
    ],
  },
};
export const draft = (quantity = 2): Asked => ({
  by: keeper,
  command: { type: 'draft', reason: '补库', lines: [{ partId: power, quantity }] },
});
export const submit = (unitPrice = 10_000, by = buyer): Asked => ({
  by,
  command: {
    type: 'submit',
    supplierId: id(4),
    prices: [power, reader].map((partId) => ({ partId, unitPrice })),
    expectedOn: '2026-12-01',
    today: '2026-11-23',
  },
});
export const approve = (by = materials): Asked => ({ by, command: { type: 'approve', calendar } });
export const reject: Asked = { by: materials, command: { type: 'reject', reason: '价格过高' } };
export const order = (by = buyer): Asked => ({ by, command: { type: 'order', confirmedOn: '2026-12-02' } });
export const receive = (
  lines: readonly { partId: string; quantity: number; rejected?: number; serials?: string[] }[],
  by = keeper,
): Asked => ({
  by,
  command: {
    type: 'receive',
    lines: lines.map((line) => ({ rejected: 0, serials: [], ...line })),
    ...{ placeId: id(5), certificate: 'HG-2026-118' },
  },
});
export const issue: Asked = { command: { type: 'issue' } };
export const cancel: Asked = { by: buyer, command: { type: 'cancel', reason: '不再需要' } };
export const change: Asked = { by: buyer, command: { type: 'change', lines: [{ partId: power, quantity: 9 }] } };

export const givenWith = ({ by, known }: Asked, now: string) =>
  givenFor({ now, id: purchaseOrderId, actor: by, context: { ...context, ...known } });
const spec = specFor(purchaseOrder, { id: purchaseOrderId });
export const given = (...events: readonly PurchaseEvent[]) => ({
  at: (now: string) => ({
    when: (asked: Asked) =>
      spec
        .given(...events)
        .at(now, givenWith(asked, now))
        .when(asked.command),
  }),
});
export const decided = (events: readonly PurchaseEvent[], asked: Asked, now: string): readonly PurchaseEvent[] =>
  purchaseOrder.decide(asked.command, replay(purchaseOrder, events), givenWith(asked, now));
/** What commands lead to, one an hour. */
export const story = (...all: readonly Asked[]): readonly PurchaseEvent[] =>
  all.reduce<readonly PurchaseEvent[]>(
    (events, asked, place) => [...events, ...decided(events, asked, at(place + 1))],
    [],
  );
export const stateAfter = (...all: readonly Asked[]) => replay(purchaseOrder, story(...all));
