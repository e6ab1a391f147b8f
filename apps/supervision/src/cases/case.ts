import type { Person } from '@pledge/contracts';
import { MatterAccepted, MatterDeclined, MatterSettled } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, personOf, Refusal } from '@pledge/kernel';
import { stamp } from '@pledge/promises';
import type { Case, CaseCommand, CaseEvent, HandedOver, KeptCase } from './case-state.js';
import { evolve } from './case-state.js';

const possibleIn = {
  absent: [],
  offered: ['accept', 'decline'],
  declined: [],
  accepted: ['settle'],
  settled: [],
} as const;
const promiseFor = { complaint: 'settle-complaint', suggestion: 'reply-suggestion' } as const;

/** @throws {Refusal} `matter-in-another-step` with where it is and what is possible there */
function inStep<Status extends KeptCase['status']>(state: Case, status: Status) {
  if (state.status !== status)
    throw new Refusal('matter-in-another-step', { status: state.status, possible: possibleIn[state.status] });
  return state as Extract<KeptCase, { readonly status: Status }>;
}

/** A complaint says in the user's words about whom it is. */
const isAbout = ({ details }: HandedOver, { name }: Person): boolean =>
  details.kind === 'complaint' && (details.againstPerson?.includes(name) ?? false);

export const caseRules: Decider<CaseCommand, Case, CaseEvent, Given> = {
  initial: { status: 'absent' },
  evolve,
  decide: byCommand<CaseCommand, Case, CaseEvent>({
    receive({ told }, state) {
      const isAgain = state.status === 'declined' && state.told.handOff.handOffId !== told.handOff.handOffId;
      return state.status === 'absent' || isAgain ? [{ type: 'case-received', data: told }] : [];
    },

    accept({ calendar }, state, given) {
      const { told } = inStep(state, 'offered');
      const [by, { now: at }] = [personOf(given), given];
      const promise = stamp({
        ...{ promiseId: given.newId('promise'), promise: promiseFor[told.kind], startedAt: at },
        ...{ calendar, owner: 'supervision' },
      });
      const { handOffId, from, to } = told.handOff;
      return [
        { type: 'case-taken-up', data: { by, at, promise } },
        MatterAccepted.of({
          ...{ handOffId, requestId: told.requestId, requestNumber: told.number, from, to },
          ...{ acceptedBy: by.name, acceptedAt: at, promise },
        }),
      ];
    },

    decline({ reason }, state, given) {
      const { told, declined } = inStep(state, 'offered');
      if (declined) throw new Refusal('declined-before', { by: declined.by.name, at: declined.at });
      const { requestId, handOff } = told;
      const by = personOf(given);
      return [MatterDeclined.of({ requestId, handOffId: handOff.handOffId, reason, by, declinedAt: given.now })];
    },

    settle({ reply }, state, given) {
      const { told, takenUp } = inStep(state, 'accepted');
      const by = personOf(given);
      if (isAbout(told, by)) throw new Refusal('own-matter', { about: by.name });
      const { requestId, number: requestNumber } = told;
      const { promiseId } = takenUp.promise;
      return [MatterSettled.of({ requestId, requestNumber, promiseId, reply, by, settledAt: given.now })];
    },
  }),
};
