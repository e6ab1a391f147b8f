import type { Person } from '@pledge/contracts';
import type { EventOf, SupportRequested } from '@pledge/contracts/events';
import { SupportAnswered, SupportHandOffAccepted, SupportRequestOpened } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

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

export type SupportRequestCommand =
  | {
      readonly type: 'open';
      readonly asked: EventOf<typeof SupportRequested>['data'];
      /** Drawn from the database under the lock. */
      readonly number?: string;
    }
  | { readonly type: 'accept'; readonly by: Person }
  | { readonly type: 'answer'; readonly by: Person; readonly answer: string };

/** Kept in the journal: the hand-off tells the other departments a name, this tells which person. */
export interface SupportRequestTakenUp {
  readonly type: 'support-request-taken-up';
  readonly data: TakenUp;
}
export type SupportRequestEvent =
  | EventOf<typeof SupportRequestOpened>
  | SupportRequestTakenUp
  | EventOf<typeof SupportHandOffAccepted>
  | EventOf<typeof SupportAnswered>;

const possibleIn = { absent: [], raised: ['accept'], accepted: ['answer'], answered: [] } as const;

const inAnotherStep = ({ status }: SupportRequest) =>
  new Refusal('support-request-in-another-step', { status, possible: possibleIn[status] });

export const supportRequest: Decider<SupportRequestCommand, SupportRequest, SupportRequestEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    switch (command.type) {
      case 'open':
        return state.status === 'absent' ? [open(command, now)] : [];
      case 'accept':
        if (state.status !== 'raised') throw inAnotherStep(state);
        return accept(state.asked, command.by, now);
      case 'answer': {
        if (state.status !== 'accepted') throw inAnotherStep(state);
        const { asked, takenUp, status } = state;
        if (takenUp.by.personId !== command.by.personId) {
          throw new Refusal('not-accepted-by-you', { status, acceptedBy: takenUp.by.name });
        }
        const { supportRequestId, number, orderId, requestId } = asked;
        const about = { supportRequestId, number, orderId, requestId };
        return [SupportAnswered.of({ ...about, answer: command.answer, answeredBy: command.by, answeredAt: now })];
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'support.request-opened.v1':
        return { status: 'raised', asked: event.data };
      case 'support-request-taken-up':
        return state.status === 'raised' ? { status: 'accepted', asked: state.asked, takenUp: event.data } : state;
      case 'support.handoff-accepted.v1':
        return state;
      case 'support.request-answered.v1': {
        if (state.status !== 'accepted') return state;
        const { answer, answeredAt } = event.data;
        return { ...state, status: 'answered', advice: { text: answer, at: answeredAt } };
      }
    }
  },
};

function open({ asked, number }: Extract<SupportRequestCommand, { type: 'open' }>, now: string): SupportRequestEvent {
  if (number === undefined) throw new Error('a request for help is opened only with a number from the database');
  return SupportRequestOpened.of({
    supportRequestId: asked.supportRequestId,
    number,
    orderId: asked.orderId,
    orderNumber: asked.number,
    requestId: asked.requestId,
    requestNumber: asked.requestNumber,
    question: asked.question,
    raisedBy: asked.raisedBy,
    raisedAt: asked.raisedAt,
    handOff: asked.handOff,
    acceptBy: asked.handOff.acceptBy,
    openedAt: now,
  });
}

function accept(asked: Asked, by: Person, now: string): SupportRequestEvent[] {
  const { supportRequestId, requestId, handOff } = asked;
  const { handOffId, from, to } = handOff;
  return [
    { type: 'support-request-taken-up', data: { by, at: now } },
    SupportHandOffAccepted.of({
      supportRequestId,
      handOffId,
      requestId,
      from,
      to,
      acceptedBy: by.name,
      acceptedAt: now,
    }),
  ];
}
