import { Module } from '@nestjs/common';
import type { DeclaredReaction } from '@pledge/application';
import { aggregate, aggregateModule, documents, listOf, on } from '@pledge/application';
import { RequestReceived } from '@pledge/contracts/events';
import type { Order } from '@pledge/contracts/http';
import { listOrders, orderRoutes } from '@pledge/contracts/http';
import { Commands, numbered, question } from '@pledge/messaging';
import { v5 } from 'uuid';
import { OrderFormController } from './order-form.controller.js';
import { mustBeSignature } from './ink.query.js';
import { ordersOf, untilPartsAnswered } from './order-checks.query.js';
import { dispatchOrder } from './order.js';
import { reportOf } from './order-from-request.js';
import { isTheirs } from './order-rules.js';
import type { LiveOrder, OrderCommand, OrderContext, OrderEvent } from './order-state.js';
import { orderProjection, orderReader } from './orders.projection.js';

export abstract class Orders extends Commands<OrderCommand, OrderEvent, Order> {}

/**
 * A request has one order and can have no other: the order's id follows from the request's. It keeps the request's place in time and the
 * form of a UUID of version 7.
 */
export function orderIdFor(requestId: string): string {
  const hash = v5('dispatch-order', requestId);
  return `${requestId.slice(0, 13)}-7${hash.slice(15)}`.toLowerCase();
}

const taskOf = (order: LiveOrder) => ('task' in order ? order.task : null);

function searchText(order: LiveOrder): string {
  const { number, report } = order.opened;
  const { requestNumber, customerName, siteName, equipmentName, serialNumber, location } = report;
  return [number, requestNumber, customerName, siteName, equipmentName, serialNumber, location]
    .concat(taskOf(order)?.engineerName ?? null)
    .filter((word) => word !== null)
    .join(' ')
    .toLowerCase();
}

export const orders = aggregate('dispatch-order', dispatchOrder, {
  store: documents('dispatch_order', 'order_id', {
    number: ({ opened }) => opened.number,
    status: ({ status }) => status,
    request_id: ({ opened }) => opened.report.requestId,
    request_number: ({ opened }) => opened.report.requestNumber,
    customer_id: ({ opened }) => opened.report.customerId,
    engineer_id: (order) => taskOf(order)?.engineerId ?? null,
    assignment: (order) => taskOf(order)?.assignment ?? 0,
    opened_at: ({ opened }) => opened.openedAt,
    search: searchText,
  }),
  number: numbered('DO', 'daily', 'dispatch_order_number'),
  access: isTheirs,
  context: (orderId, command) => ({
    news: question(
      'select assignment, state, missing from reservation_replica where order_id = $1',
      [orderId],
      ([news]: readonly NonNullable<OrderContext['news']>[]) => news ?? null,
    ),
    engineer: question(
      'select engineer_id as "engineerId", name from engineer where engineer_id = $1',
      [command.type === 'assign' ? command.engineerId : null],
      ([engineer]: readonly NonNullable<OrderContext['engineer']>[]) => engineer ?? null,
    ),
  }),
  beside: ({ id, events, after }) =>
    events.flatMap((event) =>
      event.type === 'order-signature-drawn' && 'signature' in after
        ? [
            {
              text: 'insert into order_signature (order_id, signed_by, signed_at, image) values ($1, $2, $3, $4)',
              values: [id, after.signature.signedBy, after.signature.signedAt, event.data.image],
            },
          ]
        : [],
    ),
  view: ({ id }) => orderProjection.one(id),
});

export const orderReactions: readonly DeclaredReaction<OrderCommand>[] = [
  on(RequestReceived, 'dispatch-opens-order', (data) =>
    data.kind === 'fault'
      ? [orderIdFor(data.requestId), { type: 'open', report: reportOf(data), handOff: data.handOff }]
      : null,
  ),
];

@Module(
  aggregateModule(orders, Orders, {
    commands: orderRoutes,
    before: {
      sign: mustBeSignature,
      depart: (_command, { id, db }) => untilPartsAnswered(db, id),
    },
    gets: [orderReader],
    lists: [
      listOf(listOrders, orderProjection, {
        filters: {
          requestId: 'o.request_id',
          status: 'o.status',
          engineerId: 'o.engineer_id',
          open: (isOpen) => () => (isOpen ? `o.status <> 'closed'` : `o.status = 'closed'`),
        },
        search: 'o.search',
        visible: ordersOf,
        order: [
          ['o.opened_at', 'desc', 'timestamptz'],
          ['o.order_id', 'desc', 'uuid'],
        ],
      }),
    ],
    reactions: orderReactions,
    controllers: [OrderFormController],
  }),
)
export class OrdersModule {}
