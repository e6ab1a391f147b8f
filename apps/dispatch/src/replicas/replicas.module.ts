import { Module } from '@nestjs/common';
import { replica, replicaModule } from '@pledge/application';
import {
  CustomerRegistered,
  PartCatalogued,
  PartsConsumed,
  PartsReserved,
  PartsShort,
  PurchaseOrderDrafted,
  SupportAnswered,
  SupportHandOffAccepted,
} from '@pledge/contracts/events';

const reservation = { table: 'reservation_replica', key: { order_id: ({ orderId }: { orderId: string }) => orderId } };

export const replicas = [
  replica(CustomerRegistered, 'dispatch-copies-maintainer', {
    table: 'customer_replica',
    key: { customer_id: ({ customerId }) => customerId },
    columns: { maintainer_id: ({ maintainer }) => maintainer?.engineerId ?? null },
  }),
  replica(PartCatalogued, 'dispatch-copies-part', {
    table: 'part_replica',
    key: { part_id: ({ partId }) => partId },
    columns: { name: ({ name }) => name, model: ({ model }) => model },
  }),
  replica(PartsReserved, 'dispatch-copies-reservation', {
    ...reservation,
    columns: {
      assignment: ({ assignment }) => assignment,
      state: () => 'reserved',
      lines: ({ lines }) => JSON.stringify(lines),
      missing: () => '[]',
      purchase_order_id: () => null,
    },
  }),
  replica(PartsShort, 'dispatch-copies-shortage', {
    ...reservation,
    columns: {
      assignment: ({ assignment }) => assignment,
      state: () => 'short',
      lines: ({ lines }) => JSON.stringify(lines),
      missing: ({ missing }) => JSON.stringify(missing),
      purchase_order_id: ({ purchaseOrderId }) => purchaseOrderId,
    },
  }),
  replica(PartsConsumed, 'dispatch-copies-consumption', {
    table: 'consumption_replica',
    key: { order_id: ({ orderId }) => orderId },
    columns: { lines: ({ lines }) => JSON.stringify(lines) },
  }),
  replica(PurchaseOrderDrafted, 'dispatch-copies-purchase-order', {
    table: 'purchase_order_replica',
    key: { purchase_order_id: ({ purchaseOrderId }) => purchaseOrderId },
    columns: { number: ({ number }) => number },
  }),
  replica(SupportHandOffAccepted, 'dispatch-copies-support-acceptance', {
    table: 'support_replica',
    key: { support_request_id: ({ supportRequestId }) => supportRequestId },
    columns: { accepted_by: ({ acceptedBy }) => acceptedBy },
    guard: 'accepted_sequence',
  }),
  replica(SupportAnswered, 'dispatch-copies-support-answer', {
    table: 'support_replica',
    key: { support_request_id: ({ supportRequestId }) => supportRequestId },
    columns: { answered_by: ({ answeredBy }) => answeredBy.name, answer: ({ answer }) => answer },
    guard: 'answered_sequence',
  }),
];

/** Dispatch's own copies of what other departments said. */
@Module(replicaModule('dispatch-replicas', replicas))
export class ReplicasModule {}
