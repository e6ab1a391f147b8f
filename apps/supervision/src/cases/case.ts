import type { Person, StampedPromise } from '@pledge/contracts';
import type { EventOf, MatterHandedOver } from '@pledge/contracts/events';
import { MatterAccepted, MatterDeclined, MatterSettled } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { WorkCalendar } from '@pledge/promises';
import { stamp } from '@pledge/promises';

/** What the hotline handed over, with everything in it. */
export type Told = EventOf<typeof MatterHandedOver>['data'];

export interface TakenUp {
  readonly by: Person;
  readonly at: string;
  readonly promise: StampedPromise;
}
export interface Decline {
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
}
export interface Settlement {
  readonly reply: string;
  readonly by: Person;
  readonly at: string;
}

interface Handed {
  readonly told: Told;
  /** An earlier decline: the second time it is accepted. */
  readonly declined: Decline | null;
}
export type Matter =
  | { readonly status: 'absent' }
  | (Handed & { readonly status: 'offered' })
  | (Handed & { readonly status: 'declined'; readonly declined: Decline })
  | (Handed & { readonly status: 'accepted'; readonly takenUp: TakenUp })
  | (Handed & { readonly status: 'settled'; readonly takenUp: TakenUp; readonly settlement: Settlement });

export type MatterCommand =
  | { readonly type: 'receive'; readonly told: Told }
  | { readonly type: 'accept'; readonly by: Person; readonly promiseId: string; readonly calendar: WorkCalendar }
  | { readonly type: 'decline'; readonly by: Person; readonly reason: string }
  | { readonly type: 'settle'; readonly by: Person; readonly reply: string };

/** Kept in the journal: the other departments know what they handed over, and hear a name. */
export interface MatterReceived {
  readonly type: 'matter-received';
  readonly data: Told;
}
export interface MatterTakenUp {
  readonly type: 'matter-taken-up';
  readonly data: TakenUp;
}
export type MatterEvent =
  | MatterReceived
  | MatterTakenUp
  | EventOf<typeof MatterAccepted>
  | EventOf<typeof MatterDeclined>
  | EventOf<typeof MatterSettled>;

const possibleIn = {
  absent: [],
  offered: ['accept', 'decline'],
  declined: [],
  accepted: ['settle'],
  settled: [],
} as const;
const promiseOf = { complaint: 'settle-complaint', suggestion: 'reply-suggestion' } as const;

const inAnotherStep = ({ status }: Matter) =>
  new Refusal('matter-in-another-step', { status, possible: possibleIn[status] });

export const matter: Decider<MatterCommand, Matter, MatterEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    switch (command.type) {
      case 'receive': {
        const again = state.status === 'declined' && state.told.handOff.handOffId !== command.told.handOff.handOffId;
        return state.status === 'absent' || again ? [{ type: 'matter-received', data: command.told }] : [];
      }
      case 'accept': {
        if (state.status !== 'offered') throw inAnotherStep(state);
        return accept(state.told, command, now);
      }
      case 'decline': {
        if (state.status !== 'offered') throw inAnotherStep(state);
        if (state.declined) throw new Refusal('declined-before', { by: state.declined.by.name, at: state.declined.at });
        const { requestId, handOff } = state.told;
        const { by, reason } = command;
        return [MatterDeclined.of({ requestId, handOffId: handOff.handOffId, reason, by, declinedAt: now })];
      }
      case 'settle': {
        if (state.status !== 'accepted') throw inAnotherStep(state);
        const { told, takenUp } = state;
        if (isAbout(told, command.by)) throw new Refusal('own-matter', { about: command.by.name });
        const { requestId, number: requestNumber } = told;
        const { promiseId } = takenUp.promise;
        const { reply, by } = command;
        return [MatterSettled.of({ requestId, requestNumber, promiseId, reply, by, settledAt: now })];
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'matter-received':
        return { status: 'offered', told: event.data, declined: state.status === 'declined' ? state.declined : null };
      case 'matter-taken-up':
        return state.status === 'offered' ? { ...state, status: 'accepted', takenUp: event.data } : state;
      case 'supervision.matter-accepted.v1':
        return state;
      case 'supervision.matter-declined.v1': {
        if (state.status !== 'offered') return state;
        const { reason, by, declinedAt: at } = event.data;
        return { status: 'declined', told: state.told, declined: { reason, by, at } };
      }
      case 'supervision.matter-settled.v1': {
        if (state.status !== 'accepted') return state;
        const { reply, by, settledAt: at } = event.data;
        return { ...state, status: 'settled', settlement: { reply, by, at } };
      }
    }
  },
};

function accept(
  told: Told,
  { by, promiseId, calendar }: Extract<MatterCommand, { type: 'accept' }>,
  now: string,
): MatterEvent[] {
  const promise = stamp({ promiseId, promise: promiseOf[told.kind], startedAt: now, calendar, owner: 'supervision' });
  const { handOffId, from, to } = told.handOff;
  return [
    { type: 'matter-taken-up', data: { by, at: now, promise } },
    MatterAccepted.of({
      handOffId,
      requestId: told.requestId,
      requestNumber: told.number,
      from,
      to,
      acceptedBy: by.name,
      acceptedAt: now,
      promise,
    }),
  ];
}

/** A complaint says in the user's words about whom it is. */
const isAbout = ({ details }: Told, { name }: Person): boolean =>
  details.kind === 'complaint' && (details.againstPerson?.includes(name) ?? false);
