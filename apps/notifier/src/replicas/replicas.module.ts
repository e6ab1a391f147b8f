import { Module } from '@nestjs/common';
import type { DeclaredReaction } from '@pledge/application';
import { replica, replicaModule } from '@pledge/application';
import type { RequestKind } from '@pledge/contracts';
import type { EventOf } from '@pledge/contracts/events';
import {
  EngineerRegistered,
  EnquiryJoined,
  EnquiryReceived,
  OrderAssigned,
  RequestJoined,
  RequestReceived,
} from '@pledge/contracts/events';

type Report = Pick<
  EventOf<typeof RequestReceived>['data'],
  'requestId' | 'number' | 'reportedBy' | 'publicToken' | 'mailId'
> & { readonly kind: RequestKind };

const request = { table: 'request_replica', key: { request_id: ({ requestId }: Report) => requestId } };
const reporter = {
  number: ({ number }: Report) => number,
  reporter_name: ({ reportedBy }: Report) => reportedBy.name,
  reporter_phone: ({ reportedBy }: Report) => reportedBy.phone,
  reporter_email: ({ reportedBy }: Report) => reportedBy.email,
  public_token: ({ publicToken }: Report) => publicToken,
  mail_id: ({ mailId }: Report) => mailId ?? null,
  kind: ({ kind }: Report) => kind,
};
const alone = { ...reporter, joined_to: () => null };

/** Whom to tell, as others say. */
export const replicas: readonly DeclaredReaction[] = [
  replica(RequestReceived, 'notifier-copies-reporter', { ...request, columns: alone }),
  replica(EnquiryReceived, 'notifier-copies-enquirer', { ...request, columns: alone }),
  replica(RequestJoined, 'notifier-copies-joined-reporter', {
    ...request,
    columns: { ...reporter, joined_to: ({ joinedTo }) => joinedTo.requestId },
  }),
  replica(EnquiryJoined, 'notifier-copies-joined-enquirer', {
    ...request,
    columns: { ...reporter, joined_to: ({ joinedTo }) => joinedTo.requestId },
  }),
  replica(EngineerRegistered, 'notifier-copies-engineer', {
    table: 'engineer_replica',
    key: { engineer_id: ({ engineerId }) => engineerId },
    columns: { name: ({ name }) => name, phone: ({ phone }) => phone, email: ({ email }) => email },
  }),
  replica(OrderAssigned, 'notifier-copies-assignment', {
    table: 'assignment_replica',
    key: { request_id: ({ requestId }) => requestId },
    columns: { assignment: ({ assignment }) => assignment, engineer_id: ({ engineerId }) => engineerId },
  }),
];

@Module(replicaModule('notifier-replicas', replicas))
export class ReplicasModule {}
