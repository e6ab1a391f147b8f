import { Module } from '@nestjs/common';
import type { DeclaredReaction } from '@pledge/application';
import { replicaModule } from '@pledge/application';
import type { Department, EventContract } from '@pledge/contracts';
import {
  BatonPassed,
  DispatchHandOffAccepted,
  EngineerArrived,
  EngineerDeparted,
  HandOffOverdue,
  MeasuresRecorded,
  OrderAccepted,
  OrderAssigned,
  OrderClosed,
  OrderOpened,
  OrderSigned,
  PartsConsumed,
  PartsReserved,
  PartsShort,
  ReleaseExcepted,
  RepairRecorded,
  RequestNotEffective,
  RequestVerified,
  SupportAnswered,
  SupportHandOffAccepted,
  SupportRequested,
} from '@pledge/contracts/events';
import type { Received, ReplicaRow } from '@pledge/messaging';
import { replicaStatement } from '@pledge/messaging';
import { entryStatement } from './entry-statement.store.js';
import type { AboutRequest } from './entry-statement.store.js';

/** What a department does for a request, on its timeline, and what it says of where the request stands. */
const follows = <Contract extends EventContract>(
  contract: Contract,
  name: string,
  department: Department,
  stands?: (data: Received<Contract>['data']) => Omit<ReplicaRow, 'table' | 'key'>,
): DeclaredReaction<never> => ({
  contract,
  name,
  tell(received) {
    const about = received as AboutRequest;
    const track = stands?.(received.data);
    const row = track && { table: 'request_track', key: { request_id: about.data.requestId }, ...track };
    return {
      commands: [],
      rows: [entryStatement(about, department), ...(row ? [replicaStatement(row, received.sequence)] : [])],
    };
  },
});

interface OfOrder {
  readonly orderId: string;
  readonly number: string;
}
/** The order of the request is in this situation. */
const order =
  (status: string) =>
  ({ orderId, number }: OfOrder) => ({
    columns: { order_id: orderId, order_number: number, order_status: status },
    guard: 'order_sequence',
  });

export const timeline = [
  follows(DispatchHandOffAccepted, 'intake-follows-dispatch-handoff', 'dispatch'),
  follows(OrderOpened, 'intake-follows-order-opened', 'dispatch', order('open')),
  follows(OrderAssigned, 'intake-follows-order-assigned', 'dispatch', order('assigned')),
  follows(OrderAccepted, 'intake-follows-order-accepted', 'dispatch', order('accepted')),
  follows(ReleaseExcepted, 'intake-follows-release-excepted', 'dispatch'),
  follows(EngineerDeparted, 'intake-follows-engineer-departed', 'dispatch', order('departed')),
  follows(EngineerArrived, 'intake-follows-engineer-arrived', 'dispatch', order('arrived')),
  follows(MeasuresRecorded, 'intake-follows-measures-recorded', 'dispatch', order('awaiting-signature')),
  follows(OrderSigned, 'intake-follows-order-signed', 'dispatch', order('signed')),
  follows(OrderClosed, 'intake-follows-order-closed', 'dispatch', order('closed')),
  follows(SupportRequested, 'intake-follows-support-requested', 'dispatch'),
  follows(PartsReserved, 'intake-follows-parts-reserved', 'parts'),
  follows(PartsShort, 'intake-follows-parts-short', 'parts'),
  follows(PartsConsumed, 'intake-follows-parts-consumed', 'parts'),
  follows(SupportHandOffAccepted, 'intake-follows-support-accepted', 'support'),
  follows(SupportAnswered, 'intake-follows-support-answered', 'support'),
  follows(RepairRecorded, 'intake-follows-repair-recorded', 'archives'),
  follows(BatonPassed, 'intake-follows-baton', 'supervision', ({ holder, at }) => ({
    columns: { holder, held_since: at },
    guard: 'holder_sequence',
  })),
  follows(HandOffOverdue, 'intake-follows-handoff-overdue', 'supervision'),
  follows(RequestVerified, 'intake-follows-request-verified', 'supervision'),
  follows(RequestNotEffective, 'intake-follows-request-not-effective', 'supervision'),
];

/** What other departments do for requests, as they say it. */
@Module(replicaModule('intake-timeline', timeline))
export class TimelineModule {}
