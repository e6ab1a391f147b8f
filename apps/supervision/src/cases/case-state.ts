import type { CommandsOf, EventOf, EventsOf, Person, StampedPromise } from '@pledge/contracts';
import type { MatterHandedOver } from '@pledge/contracts/events';
import type { matterEvents, matterRoutes } from '@pledge/contracts/http';
import { byEvent } from '@pledge/kernel';
import type { WorkCalendar } from '@pledge/promises';

/** What the hotline handed over, with everything in it. */
export type HandedOver = EventOf<typeof MatterHandedOver>['data'];

export interface TakenUp {
  readonly by: Person;
  readonly at: string;
  readonly promise: StampedPromise;
}
interface Decline {
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
}
interface Settlement {
  readonly reply: string;
  readonly by: Person;
  readonly at: string;
}

interface Handed {
  readonly told: HandedOver;
  /** An earlier decline: the second time it is accepted. */
  readonly declined: Decline | null;
}
export type KeptCase =
  | (Handed & { readonly status: 'offered' })
  | (Handed & { readonly status: 'declined'; readonly declined: Decline })
  | (Handed & { readonly status: 'accepted'; readonly takenUp: TakenUp })
  | (Handed & { readonly status: 'settled'; readonly takenUp: TakenUp; readonly settlement: Settlement });
/** A complaint or suggestion. */
export type Case = { readonly status: 'absent' } | KeptCase;

type Step = CommandsOf<typeof matterRoutes>;
export type CaseCommand =
  | { readonly type: 'receive'; readonly told: HandedOver }
  | Exclude<Step, { readonly type: 'accept' }>
  | (Extract<Step, { readonly type: 'accept' }> & { readonly calendar: WorkCalendar });

/** Kept in the journal: the other departments know what they handed over, and hear a name. */
export interface CaseReceived {
  readonly type: 'case-received';
  readonly data: HandedOver;
}
export interface CaseTakenUp {
  readonly type: 'case-taken-up';
  readonly data: TakenUp;
}
export type CaseEvent = CaseReceived | CaseTakenUp | EventsOf<typeof matterEvents>;

export const evolve = byEvent<CaseEvent, Case>({
  'case-received': (state, { data: told }) => ({
    ...{ status: 'offered', told, declined: state.status === 'declined' ? state.declined : null },
  }),
  'case-taken-up': (state, { data: takenUp }) =>
    state.status === 'offered' ? { ...state, status: 'accepted', takenUp } : state,
  'supervision.matter-accepted.v1': (state) => state,
  'supervision.matter-declined.v1': (state, { data: { reason, by, declinedAt: at } }) =>
    state.status === 'offered' ? { status: 'declined', told: state.told, declined: { reason, by, at } } : state,
  'supervision.matter-settled.v1': (state, { data: { reply, by, settledAt: at } }) =>
    state.status === 'accepted' ? { ...state, status: 'settled', settlement: { reply, by, at } } : state,
});
