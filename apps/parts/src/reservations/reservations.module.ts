import { Module } from '@nestjs/common';
import type { Addressee, DeclaredReaction, Told } from '@pledge/application';
import { aggregate, aggregateModule, documents, listOf, on, projectionOf } from '@pledge/application';
import type { EventContract } from '@pledge/contracts';
import {
  MeasuresRecorded,
  OrderAssigned,
  OrderClosed,
  PartsConsumed,
  PartsPutBack,
  PartsReserved,
  PartsShort,
  StockReceived,
} from '@pledge/contracts/events';
import type { Reservation as ReservationView } from '@pledge/contracts/http';
import { listReservations } from '@pledge/contracts/http';
import type { Change } from '@pledge/messaging';
import { Commands, question, rowsOf } from '@pledge/messaging';
import { v5 as derivedId } from 'uuid';
import { reservation } from './reservation.js';
import type {
  KeptReservation,
  Reservation,
  ReservationCommand,
  ReservationEvent,
  StockContext,
} from './reservation-state.js';
import { holdsOf, takenOf } from './reservation-state.js';
import type { Placed, Shelf } from './shelves.js';

export abstract class Reservations extends Commands<ReservationCommand, ReservationEvent> {}

/** Orders' ids become those of their reservations under this name space. */
const reservationOfOrder = '0d8f2a51-93b7-5c0e-8e0a-5b7c1d2e3f40';
export const reservationIdOf = (orderId: string): string => derivedId(orderId, reservationOfOrder);

const held = `select (line ->> 'partId')::uuid from reservation r, jsonb_array_elements(coalesce(r.record -> 'holds', '[]')) as line
  where r.reservation_id = $2
  union select (line ->> 'partId')::uuid from reservation r, jsonb_array_elements(coalesce(r.record -> 'missing', '[]')) as line
  where r.reservation_id = $2`;
// Always locked in the same order.
const shelvesSql = `select stock_id as "stockId", part_id as "partId", place_id as "placeId", place, on_hand as "onHand", reserved
  from stock where part_id = any($1) or part_id in (${held}) order by stock_id for update`;
const catalogueSql = `select part_id as "partId", name, model from part where part_id = any($1) or part_id in (${held})`;

function context(reservationId: string, command: ReservationCommand) {
  const lines = command.type === 'reserve' ? command.lines : command.type === 'consume' ? command.used : [];
  const values = [[...new Set(lines.map(({ partId }) => partId))], reservationId];
  return {
    shelves: rowsOf<Shelf>(shelvesSql, values),
    catalogue: question(
      catalogueSql,
      values,
      (rows: readonly { partId: string; name: string; model: string }[]): StockContext['catalogue'] =>
        Object.fromEntries(rows.map(({ partId, name, model }) => [partId, { name, model }])),
    ),
  };
}

const moveSql = `update stock s set reserved = s.reserved + move.held, on_hand = s.on_hand - move.taken
  from (
    select "partId" as part_id, "placeId" as place_id, sum(held)::int as held, sum(taken)::int as taken
    from jsonb_to_recordset($1::jsonb) as line ("partId" uuid, "placeId" uuid, held int, taken int)
    group by 1, 2
  ) as move
  where (s.part_id, s.place_id) = (move.part_id, move.place_id) and (move.held <> 0 or move.taken <> 0)`;

/** The stock is moved by what changed in the reservation, so that the shelves always are the sum of the reservations. */
function moves({ before, after }: Change<Reservation, ReservationEvent>) {
  const lines = (state: Reservation, sign: number) => [
    ...holdsOf(state).map((line) => ({ ...line, held: sign * line.quantity, taken: 0 })),
    ...takenOf(state).map((line) => ({ ...line, held: 0, taken: sign * line.quantity })),
  ];
  return [{ text: moveSql, values: [JSON.stringify([...lines(after, 1), ...lines(before, -1)])] }];
}

export const reservations = aggregate('reservation', reservation, {
  store: documents('reservation', 'reservation_id', {
    order_id: ({ orderId }) => orderId,
    request_id: ({ requestId }) => requestId,
    status: ({ status }) => status,
    reserved_at: ({ reservedAt }) => reservedAt,
    needed_by: ({ neededBy }) => neededBy,
  }),
  context,
  isAlone: true,
  beside: moves,
});

interface Row extends Omit<ReservationView, 'lines' | 'missing'> {
  readonly record: KeptReservation;
  readonly names: readonly { partId: string; name: string; placeId: string; place: string }[];
}

/** The lines are what is set aside, or what was used once it was. */
function viewOf({ record, names, ...row }: Row): ReservationView {
  const shown: readonly Placed[] = 'holds' in record ? record.holds : record.taken;
  const lines = names.flatMap(({ partId, name, placeId, place }) =>
    shown
      .filter((line) => line.partId === partId && line.placeId === placeId)
      .map(({ quantity }) => ({ partId, name, quantity, placeId, place })),
  );
  return { ...row, lines, missing: record.status === 'short' ? [...record.missing] : [] };
}

const view = projectionOf<ReservationView>({
  from: `reservation r
    left join lateral (
      select purchase_order_id, number from purchase_order where order_id = r.order_id
      order by drafted_at desc, purchase_order_id desc limit 1
    ) as po on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('partId', part_id, 'name', p.name, 'placeId', s.place_id, 'place', s.place)
        order by p.code, s.stock_id) as names
      from stock s join part p using (part_id)
      where (part_id, place_id) in (
        select (line ->> 'partId')::uuid, (line ->> 'placeId')::uuid
        from jsonb_array_elements(coalesce(r.record -> 'holds', r.record -> 'taken')) as line)
    ) as known on true`,
  base: 'reservation r',
  key: 'r.reservation_id',
  select: {
    ...{ id: 'r.reservation_id', orderId: 'r.order_id', requestId: 'r.request_id', status: 'r.status' },
    ...{ record: 'r.record', names: `coalesce(known.names, '[]')`, reservedAt: 'r.reserved_at', version: 'r.version' },
    ...{ purchaseOrderId: 'po.purchase_order_id', purchaseOrderNumber: 'po.number' },
  },
  item: viewOf,
});

export const reservationList = listOf(listReservations, view, {
  filters: { orderId: 'r.order_id', status: 'r.status' },
  order: [
    ['r.reserved_at', 'desc', 'timestamptz'],
    ['r.reservation_id', 'desc', 'uuid'],
  ],
});

/** Whoever waits for something that is free: by the time it is needed, then by who came first. */
const waiting: Addressee = {
  find: question(
    `select r.reservation_id as id from reservation r
     where r.status = 'short' and exists (
       select from jsonb_array_elements(r.record -> 'missing') as line join stock s on s.part_id = (line ->> 'partId')::uuid
       where s.available > 0)
     order by r.needed_by nulls last, r.reserved_at, r.reservation_id limit 1`,
    [],
    ([row]: readonly { id: string }[]) => row?.id,
  ),
};
/** Each that is served says so, and with that the next is looked for, until nobody waits for what there is. */
const refills = <Contract extends EventContract>(contract: Contract, name: string) =>
  on(contract, name, (): Told<ReservationCommand> => [waiting, { type: 'refill' }]);

export const reservationReactions: readonly DeclaredReaction<ReservationCommand>[] = [
  on(OrderAssigned, 'parts-sets-aside', ({ orderId, requestId, assignment, partsToCarry: lines, resolveBy }) => [
    reservationIdOf(orderId),
    { type: 'reserve', orderId, requestId, assignment, lines, neededBy: resolveBy },
  ]),
  on(MeasuresRecorded, 'parts-takes-out-used', ({ orderId, requestId, partsUsed: used }) => [
    reservationIdOf(orderId),
    { type: 'consume', orderId, requestId, used },
  ]),
  refills(StockReceived, 'parts-refills-from-receipt'),
  refills(PartsReserved, 'parts-refills-after-setting-aside'),
  refills(PartsShort, 'parts-refills-after-shortage'),
  refills(PartsConsumed, 'parts-refills-after-use'),
  refills(PartsPutBack, 'parts-refills-from-put-back'),
  on(OrderClosed, 'parts-puts-back', ({ orderId, requestId }) => [
    reservationIdOf(orderId),
    { type: 'release', orderId, requestId },
  ]),
];

@Module(
  aggregateModule(reservations, Reservations, {
    lists: [reservationList],
    reactions: reservationReactions,
  }),
)
export class ReservationsModule {}
