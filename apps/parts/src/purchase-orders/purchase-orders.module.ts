import { Module } from '@nestjs/common';
import type { DeclaredReaction } from '@pledge/application';
import { aggregate, aggregateModule, documents, listOf, on } from '@pledge/application';
import { PartsReserved, PartsShort } from '@pledge/contracts/events';
import type { PurchaseOrder as PurchaseOrderView } from '@pledge/contracts/http';
import { listPurchaseOrders, purchaseOrderRoutes } from '@pledge/contracts/http';
import type { Question } from '@pledge/messaging';
import { Commands, numbered, question, rowsOf } from '@pledge/messaging';
import { dayAt, workCalendar } from '@pledge/promises';
import { PurchaseOrderFormController } from './purchase-order-form.controller.js';
import { purchaseOrder } from './purchase-order.js';
import { purchaseOrderProjection, purchaseOrderReader } from './purchase-orders.projection.js';
import type { PurchaseCommand, PurchaseContext, PurchaseEvent } from './purchase-state.js';
import { dueAtOf } from './purchase-state.js';

export abstract class PurchaseOrders extends Commands<PurchaseCommand, PurchaseEvent, PurchaseOrderView> {}

type Parts = PurchaseContext['parts'];
type PartRow = Parts[string] & { readonly partId: string };
const partsSql = `
select part_id as "partId", name, lead_time_days as "leadTimeDays", serial_tracked as "serialTracked" from part
where part_id = any($1) or part_id in (
  select (line ->> 'partId')::uuid from purchase_order, jsonb_array_elements(record -> 'lines') as line where purchase_order_id = $2)`;

const serialsOf = (command: PurchaseCommand): readonly string[] =>
  command.type === 'receive' ? command.lines.flatMap(({ serials }) => serials) : [];

function context(
  id: string,
  command: PurchaseCommand,
): { [Name in keyof PurchaseContext]: Question<PurchaseContext[Name]> } {
  const lines: readonly { readonly partId: string }[] = 'lines' in command ? command.lines : [];
  const received = command.type === 'receive' ? command : undefined;
  const serials = serialsOf(command);
  return {
    parts: question(partsSql, [lines.map(({ partId }) => partId), id], (rows: readonly PartRow[]): Parts =>
      Object.fromEntries(rows.map(({ partId, ...part }) => [partId, part])),
    ),
    supplier: question(
      'select name, status from supplier where supplier_id = $1',
      [command.type === 'submit' ? command.supplierId : null],
      ([row]: readonly NonNullable<PurchaseContext['supplier']>[]) => row ?? null,
    ),
    place: question(
      'select place from stock where place_id = $1 limit 1',
      [received?.placeId ?? null],
      ([row]: readonly { place: string }[]) => row?.place ?? null,
    ),
    knownSerials: rowsOf<PurchaseContext['knownSerials'][number]>(
      'select part_id as "partId", serial from part_serial where serial = any($1)',
      [serials],
    ),
  };
}

export const purchaseOrders = aggregate('purchase-order', purchaseOrder, {
  store: documents('purchase_order', 'purchase_order_id', {
    number: ({ number }) => number,
    status: ({ status }) => status,
    order_id: ({ orderId }) => orderId,
    request_id: ({ requestId }) => requestId,
    supplier_id: ({ supplier }) => supplier?.supplierId ?? null,
    drafted_at: ({ drafted }) => drafted.at,
    due_at: (order) => dueAtOf(order),
    search: ({ number, supplier, lines }) => [number, supplier?.name ?? '', ...lines.map(({ name }) => name)].join(' '),
  }),
  context,
  // A number that comes in twice at once is looked for by one after the other.
  locks: (_id, command) => serialsOf(command).map((serial) => `serial/${serial}`),
  number: numbered('PO', 'yearly-gapless'),
  view: ({ id }) => purchaseOrderProjection.one(id),
  beside: ({ id, events }) =>
    events.flatMap((event) =>
      event.type === 'parts.purchase-received.v1'
        ? event.data.lines.flatMap(({ partId, serials }) =>
            serials.map((serial) => ({
              text: 'insert into part_serial (part_id, serial, purchase_order_id) values ($1, $2, $3)',
              values: [partId, serial, id],
            })),
          )
        : [],
    ),
});

export const purchaseOrderList = listOf(listPurchaseOrders, purchaseOrderProjection, {
  filters: {
    orderId: 'po.order_id',
    status: 'po.status',
    open: (isOpen) => () => `po.status ${isOpen ? 'not in' : 'in'} ('closed', 'cancelled')`,
  },
  search: 'po.search',
  order: [
    ['po.drafted_at', 'desc', 'timestamptz'],
    ['po.purchase_order_id', 'desc', 'uuid'],
  ],
  sorts: {
    due: [
      [`coalesce(po.due_at, 'infinity')`, 'asc', 'timestamptz'],
      ['po.purchase_order_id', 'asc', 'uuid'],
    ],
  },
});

export const purchaseOrderReactions: readonly DeclaredReaction<PurchaseCommand>[] = [
  on(PartsShort, 'parts-drafts-purchase-order', ({ purchaseOrderId, orderId, requestId, toOrder: lines }) =>
    lines.length > 0 ? [purchaseOrderId, { type: 'draft-for', orderId, requestId, lines }] : null,
  ),
  on(PartsReserved, 'parts-issues-purchase-orders', ({ purchaseOrderIds = [] }) =>
    purchaseOrderIds.map((purchaseOrderId) => [purchaseOrderId, { type: 'issue' }] as const),
  ),
];

@Module(
  aggregateModule(purchaseOrders, PurchaseOrders, {
    commands: purchaseOrderRoutes,
    adds: {
      approve: ({ timeZone, closures }) => ({ calendar: workCalendar({ timeZone, closures }) }),
      submit: ({ timeZone }) => ({ today: dayAt(Date.now(), timeZone) }),
    },
    gets: [purchaseOrderReader],
    lists: [purchaseOrderList],
    reactions: purchaseOrderReactions,
    controllers: [PurchaseOrderFormController],
  }),
)
export class PurchaseOrdersModule {}
