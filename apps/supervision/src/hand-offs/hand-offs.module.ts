import { Module } from '@nestjs/common';
import type { DeclaredReaction, Told } from '@pledge/application';
import { aggregate, aggregateModule, documents, listOf, on, projectionOf } from '@pledge/application';
import type { HandOff } from '@pledge/contracts';
import {
  DispatchHandOffAccepted,
  MatterAccepted,
  MatterDeclined,
  MatterHandedOver,
  OrderClosed,
  QuestionAccepted,
  QuestionDeclined,
  QuestionReassigned,
  QuestionReferred,
  RequestReceived,
  SupervisionHandOffAccepted,
  SupportHandOffAccepted,
  SupportRequested,
} from '@pledge/contracts/events';
import type { LedgerHandOff } from '@pledge/contracts/http';
import { listHandOffs } from '@pledge/contracts/http';
import { Commands } from '@pledge/messaging';
import { seenIn } from '../complaint-access.js';
import type { HandOffCommand, HandOffEvent, HandOffState, Offer } from './hand-off.js';
import { handOffRules } from './hand-off.js';

export abstract class HandOffs extends Commands<HandOffCommand, HandOffEvent> {}

export const handOffs = aggregate('hand-off', handOffRules, {
  store: documents('hand_off', 'hand_off_id', {
    request_id: ({ requestId }) => requestId,
    status: ({ status }) => status,
    offered_at: ({ offer }) => offer?.offeredAt ?? null,
    offered_to: ({ offer }) => offer?.to ?? null,
  }),
  expiry: {
    kind: 'hand-off',
    at: (state) => (state.status === 'offered' ? state.offer.acceptBy : null),
    command: { type: 'expire' },
  },
});

interface Row {
  readonly record: Exclude<HandOffState, { readonly status: 'absent' }> & { readonly offer: Offer };
}

const view = projectionOf<LedgerHandOff>({
  from: 'hand_off h',
  key: 'h.hand_off_id',
  select: { record: 'h.record' },
  item: ({ record }: Row) => ({
    ...{ ...record.offer, requestId: record.requestId, state: record.status },
    acceptedAt: 'acceptance' in record ? record.acceptance.acceptedAt : null,
    acceptedBy: 'acceptance' in record ? record.acceptance.acceptedBy : null,
  }),
});
const isVisible = seenIn('h.request_id');

/** Open ones first, each group newest first. An acceptance whose offer is still on its way is not listed yet. */
export const handOffList = listOf(listHandOffs, view, {
  filters: { requestId: 'h.request_id', state: 'h.status' },
  visible: (caller) => (at) => `h.offered_at is not null and ${isVisible(caller)(at)}`,
  order: [
    [`(h.status in ('accepted', 'declined'))`, 'asc', 'boolean'],
    ['h.offered_at', 'desc', 'timestamptz'],
    ['h.hand_off_id', 'desc', 'uuid'],
  ],
});

interface Offering {
  readonly requestId: string;
  readonly handOff: HandOff;
}
const offer = ({ requestId, handOff }: Offering, number: string | null): Told<HandOffCommand> => [
  handOff.handOffId,
  { type: 'offer', requestId, offer: { ...handOff, subject: { ...handOff.subject, number } } },
];

type Accepting = { readonly handOffId: string; readonly requestId: string } & {
  readonly acceptedBy: string;
  readonly acceptedAt: string;
};
const accept = ({ handOffId, requestId, acceptedBy, acceptedAt }: Accepting): Told<HandOffCommand> => [
  handOffId,
  { type: 'accept', requestId, acceptance: { acceptedBy, acceptedAt } },
];

interface Declining {
  readonly handOffId: string;
  readonly requestId: string;
  readonly reason: string;
  readonly by: { readonly name: string };
  readonly declinedAt: string;
}
const decline = ({ handOffId, requestId, reason, by, declinedAt: at }: Declining): Told<HandOffCommand> => [
  handOffId,
  { type: 'decline', requestId, decline: { by: by.name, reason, at } },
];

/** Every passing of responsibility, from the offer to its answer. */
export const handOffReactions: readonly DeclaredReaction<HandOffCommand>[] = [
  on(RequestReceived, 'supervision-notes-offer-to-dispatch', (data) => offer(data, data.number)),
  on(QuestionReferred, 'supervision-notes-question-referred', (data) => offer(data, null)),
  on(QuestionReassigned, 'supervision-books-question-reassigned', (data) => offer(data, data.number)),
  on(MatterHandedOver, 'supervision-notes-matter-offered', (data) => offer(data, data.number)),
  on(SupportRequested, 'supervision-notes-offer-to-support', (data) => offer(data, null)),
  on(OrderClosed, 'supervision-notes-offer-to-itself', (data) => offer(data, data.requestNumber)),
  on(DispatchHandOffAccepted, 'supervision-notes-dispatch-accepted', accept),
  on(SupportHandOffAccepted, 'supervision-notes-support-accepted', accept),
  on(QuestionAccepted, 'supervision-books-question-accepted', accept),
  on(MatterAccepted, 'supervision-books-matter-accepted', accept),
  on(SupervisionHandOffAccepted, 'supervision-notes-own-acceptance', accept),
  on(QuestionDeclined, 'supervision-books-question-declined', decline),
  on(MatterDeclined, 'supervision-books-matter-declined', decline),
];

@Module(aggregateModule(handOffs, HandOffs, { lists: [handOffList], reactions: handOffReactions }))
export class HandOffsModule {}
