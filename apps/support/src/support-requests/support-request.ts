import type { CommandsOf, EventOf, EventsOf, Person } from '@pledge/contracts';
import type { SupportRequested } from '@pledge/contracts/events';
import { SupportAnswered, SupportHandOffAccepted, SupportRequestOpened } from '@pledge/contracts/events';
import type { supportRequestEvents, supportRequestRoutes } from '@pledge/contracts/http';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, byEvent, pendingNumber, personOf, Refusal } from '@pledge/kernel';

/** What was asked, as it is kept with the request. */
export type Asked = EventOf<typeof SupportRequestOpened>['data'];

export interface TakenUp {
  readonly by: Person;
  readonly at: string;
}

export interface Advice {
  readonly text: string;
  readonly at: string;
}

/** Only who took a request up answers it, so the one name stands for both. */
export type SupportRequest =
  | { readonly status: 'absent' }
  | { readonly status: 'raised'; readonly asked: Asked }
  | { readonly status: 'accepted'; readonly asked: Asked; readonly takenUp: TakenUp }
  | { readonly status: 'answered'; readonly asked: Asked; readonly takenUp: TakenUp; readonly advice: Advice };

export interface OpenSupportRequest {
  readonly type: 'open';
  readonly asked: EventOf<typeof SupportRequested>['data'];
}

export type SupportRequestCommand = CommandsOf<typeof supportRequestRoutes> | OpenSupportRequest;

/** Kept in the journal: the hand-off tells the other departments a name, this tells which person. */
export interface SupportRequestTakenUp {
  readonly type: 'support-request-taken-up';
  readonly data: TakenUp;
}
export type SupportRequestEvent = EventsOf<typeof supportRequestEvents> | SupportRequestTakenUp;

const possibleIn = { absent: [], raised: ['accept'], accepted: ['answer'], answered: [] } as const;

const inAnotherStep = ({ status }: SupportRequest) =>
  new Refusal('support-request-in-another-step', { status, possible: possibleIn[status] });

export const supportRequest: Decider<SupportRequestCommand, SupportRequest, SupportRequestEvent, Given> = {
  initial: { status: 'absent' },

  decide: byCommand<SupportRequestCommand, SupportRequest, SupportRequestEvent>({
    open: ({ asked }, state, given) => (state.status === 'absent' ? [opened(asked, given)] : []),

    accept(_command, state, given) {
      if (state.status !== 'raised') throw inAnotherStep(state);
      const { supportRequestId, requestId, handOff } = state.asked;
      const { handOffId, from, to } = handOff;
      const by = personOf(given);
      const acceptance = { handOffId, requestId, from, to, acceptedBy: by.name, acceptedAt: given.now };
      return [
        { type: 'support-request-taken-up', data: { by, at: given.now } },
        SupportHandOffAccepted.of({ supportRequestId, ...acceptance }),
      ];
    },

    answer({ answer }, state, given) {
      if (state.status !== 'accepted') throw inAnotherStep(state);
      const { asked, takenUp, status } = state;
      const answeredBy = personOf(given);
      if (takenUp.by.personId !== answeredBy.personId)
        throw new Refusal('not-accepted-by-you', { status, acceptedBy: takenUp.by.name });
      const { supportRequestId, number, orderId, requestId } = asked;
      const about = { supportRequestId, number, orderId, requestId };
      return [SupportAnswered.of({ ...about, answer, answeredBy, answeredAt: given.now })];
    },
  }),

  evolve: byEvent<SupportRequestEvent, SupportRequest>({
    'support.request-opened.v1': (_state, { data }) => ({ status: 'raised', asked: data }),

    'support-request-taken-up': (state, { data }) =>
      state.status === 'raised' ? { status: 'accepted', asked: state.asked, takenUp: data } : state,

    'support.handoff-accepted.v1': (state) => state,

    'support.request-answered.v1': (state, { data: { answer, answeredAt } }) =>
      state.status === 'accepted' ? { ...state, status: 'answered', advice: { text: answer, at: answeredAt } } : state,
  }),
};

function opened(asked: OpenSupportRequest['asked'], { now: openedAt }: Given): SupportRequestEvent {
  const { supportRequestId, orderId, requestId, requestNumber, question, raisedBy, raisedAt, handOff } = asked;
  return SupportRequestOpened.of({
    ...{ supportRequestId, number: pendingNumber, orderId, orderNumber: asked.number, requestId, requestNumber },
    ...{ question, raisedBy, raisedAt, handOff, acceptBy: handOff.acceptBy, openedAt },
  });
}
