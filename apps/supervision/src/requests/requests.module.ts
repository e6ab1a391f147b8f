import { Module } from '@nestjs/common';
import { replica, replicaModule } from '@pledge/application';
import {
  EnquiryReceived,
  OrderAssigned,
  OrderClosed,
  OrderOpened,
  RequestClosed,
  RequestReceived,
} from '@pledge/contracts/events';
import { BoardController } from './board.controller.js';

interface About {
  readonly requestId: string;
}
const ofRequest = { table: 'request_replica', key: { request_id: ({ requestId }: About) => requestId } };
const offBoard = { ...ofRequest, columns: { open: () => false }, guard: 'closed_sequence' };
const named = {
  number: ({ number }: { readonly number: string }) => number,
  kind: ({ kind }: { readonly kind: string }) => kind,
  customer_id: ({ customerId }: { readonly customerId: string | null }) => customerId,
  customer_name: ({ customerName }: { readonly customerName: string | null }) => customerName,
  site_name: ({ siteName }: { readonly siteName: string | null }) => siteName,
  equipment_name: ({ equipmentName }: { readonly equipmentName: string | null }) => equipmentName,
  category: ({ category }: { readonly category: string | null }) => category,
  received_at: ({ receivedAt }: { readonly receivedAt: string }) => receivedAt,
};

/** Supervision's own copy of what a request is about, for the board; each department's events have columns and a guard of their own. */
export const requestReplicas = [
  replica(RequestReceived, 'supervision-copies-request', {
    ...ofRequest,
    columns: { ...named, impact: ({ impact }) => impact, description: ({ description }) => description },
  }),
  replica(EnquiryReceived, 'supervision-copies-enquiry', {
    ...ofRequest,
    columns: { ...named, impact: () => null, description: ({ subject }) => subject },
  }),
  replica(OrderOpened, 'supervision-copies-order', {
    ...ofRequest,
    columns: { order_number: ({ number }) => number },
    guard: 'order_sequence',
  }),
  replica(OrderAssigned, 'supervision-copies-engineer', {
    ...ofRequest,
    columns: { engineer_name: ({ engineerName }) => engineerName },
    guard: 'engineer_sequence',
  }),
  replica(RequestClosed, 'supervision-takes-closed-off-board', offBoard),
  replica(OrderClosed, 'supervision-takes-request-off-board', offBoard),
];

const replicas = replicaModule('request-replicas', requestReplicas);

@Module({ controllers: [...(replicas.controllers ?? []), BoardController] })
export class RequestsModule {}
