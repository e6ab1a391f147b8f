import { Module } from '@nestjs/common';
import type { Condition, DeclaredReaction } from '@pledge/application';
import { aggregate, aggregateModule, documents, getOf, listOf, on, projectionOf } from '@pledge/application';
import type { CallerIdentity } from '@pledge/contracts';
import { SupportRequested } from '@pledge/contracts/events';
import type { SupportRequest as SupportRequestView } from '@pledge/contracts/http';
import { getSupportRequest, listSupportRequests, supportRequestRoutes } from '@pledge/contracts/http';
import { Commands, numbered } from '@pledge/messaging';
import type { SupportRequest, SupportRequestCommand, SupportRequestEvent } from './support-request.js';
import { supportRequest } from './support-request.js';

export abstract class SupportRequests extends Commands<
  SupportRequestCommand,
  SupportRequestEvent,
  SupportRequestView
> {}

type Live = Exclude<SupportRequest, { status: 'absent' }>;

function viewOf(id: string, state: Live, version: number): SupportRequestView {
  const { status, asked } = state;
  const takenUp = state.status === 'raised' ? null : state.takenUp;
  const advice = state.status === 'answered' ? state.advice : null;
  return {
    ...{ id, number: asked.number, status, orderId: asked.orderId, orderNumber: asked.orderNumber },
    ...{ requestId: asked.requestId, requestNumber: asked.requestNumber, question: asked.question },
    ...{ raisedBy: asked.raisedBy, raisedAt: asked.raisedAt, acceptBy: asked.acceptBy },
    ...{ acceptedBy: takenUp?.by ?? null, acceptedAt: takenUp?.at ?? null },
    ...{ answer: advice?.text ?? null, answeredBy: (advice && takenUp?.by) ?? null, answeredAt: advice?.at ?? null },
    version,
  };
}

const steps = { raised: 0, accepted: 1, answered: 2 };

/** Open ones by the time they were to be accepted, answered ones newest first. */
const urgencyOf = (state: Live): number =>
  state.status === 'answered' ? -Date.parse(state.advice.at) : Date.parse(state.asked.acceptBy);

interface Who {
  readonly role: string;
  readonly personId: string;
}

/** An engineer sees what they raised themselves; everybody else who may ask sees all. */
const mayKnow = (raisedBy: string, { role, personId }: Who): boolean => role !== 'engineer' || raisedBy === personId;

const visible = ({ role, personId }: CallerIdentity): Condition | undefined =>
  role === 'engineer' ? (at) => `raised_by_id = ${at(personId)}` : undefined;

export const supportRequests = aggregate('support-request', supportRequest, {
  store: documents('support_request', 'support_request_id', {
    number: ({ asked }) => asked.number,
    status: ({ status }) => status,
    order_id: ({ asked }) => asked.orderId,
    request_id: ({ asked }) => asked.requestId,
    raised_by_id: ({ asked }) => asked.raisedBy.personId,
    step: ({ status }) => steps[status],
    urgency: urgencyOf,
  }),
  number: numbered('SQ', 'daily', 'support_number'),
  access: (state, actor) => state.status === 'absent' || mayKnow(state.asked.raisedBy.personId, actor),
  view: ({ id, state, version }) => viewOf(id, state as Live, version),
});

interface Row {
  readonly id: string;
  readonly record: Live;
  readonly version: number;
}

const view = projectionOf<SupportRequestView>({
  from: 'support_request',
  key: 'support_request_id',
  select: { id: 'support_request_id', record: 'record', version: 'version' },
  item: ({ id, record, version }: Row) => viewOf(id, record, version),
});

/** Those nobody took up first, the most urgent of them on top; then those at work; then the answered, newest first. */
export const supportRequestList = listOf(listSupportRequests, view, {
  filters: { status: 'status', orderId: 'order_id', requestId: 'request_id' },
  visible,
  order: [
    ['step', 'asc', 'int'],
    ['urgency', 'asc', 'bigint'],
    ['support_request_id', 'asc', 'uuid'],
  ],
});
export const supportRequestReader = getOf(getSupportRequest, view, ({ raisedBy }, caller) =>
  mayKnow(raisedBy.personId, caller),
);

export const supportRequestReactions: readonly DeclaredReaction<SupportRequestCommand>[] = [
  on(SupportRequested, 'support-opens-request', (asked) => [asked.supportRequestId, { type: 'open', asked }]),
];

@Module(
  aggregateModule(supportRequests, SupportRequests, {
    commands: supportRequestRoutes,
    lists: [supportRequestList],
    gets: [supportRequestReader],
    reactions: supportRequestReactions,
  }),
)
export class SupportRequestsModule {}
