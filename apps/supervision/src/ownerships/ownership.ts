import type { Department, EventOf } from '@pledge/contracts';
import { BatonPassed } from '@pledge/contracts/events';
import type { Holding } from '@pledge/contracts/http';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, byEvent } from '@pledge/kernel';

/** From when a department holds a request; until when is told by the next one, so there is no gap and no overlap to make. */
export interface Period {
  readonly department: Department;
  readonly from: string;
  readonly acceptedBy: string | null;
}

export type Ownership =
  | { readonly status: 'unknown'; readonly periods: readonly Period[] }
  | {
      readonly status: 'held' | 'released';
      readonly requestNumber: string;
      /** In order of time; the first is the department that the report reached. */
      readonly periods: readonly Period[];
      readonly releasedAt: string | null;
    };

export type OwnershipCommand =
  | { readonly type: 'begin'; readonly requestNumber: string; readonly period: Period }
  | { readonly type: 'take'; readonly period: Period }
  | { readonly type: 'release'; readonly at: string };

interface Kept<Type extends string, Data> {
  readonly type: Type;
  readonly data: { readonly requestId: string } & Data;
}
/** Stays in the journal, but for what the others are told. An acceptance may be heard before the request itself. */
export type OwnershipEvent =
  | Kept<'ownership-taken-early' | 'ownership-taken', { readonly period: Period }>
  | Kept<'ownership-begun', { readonly requestNumber: string; readonly period: Period }>
  | Kept<'ownership-released', { readonly at: string }>
  | EventOf<typeof BatonPassed>;

const byTime = (a: Period, b: Period) => Date.parse(a.from) - Date.parse(b.from);

/** In order of time; nobody can have taken it before the report reached us. */
function inOrder(periods: readonly Period[]): Period[] {
  const [first, ...rest] = periods;
  if (!first) return [];
  const later = rest.map((period) =>
    Date.parse(period.from) < Date.parse(first.from) ? { ...period, from: first.from } : period,
  );
  return [first, ...later.toSorted(byTime)];
}

function holderAfter(periods: readonly Period[]): Period {
  const holder = periods.at(-1);
  if (!holder) throw new Error('an ownership that was begun has a holder');
  return holder;
}

const passed = (requestId: string, requestNumber: string, previous: Department | null, period: Period) =>
  BatonPassed.of({ requestId, requestNumber, previous, holder: period.department, at: period.from });

export const ownershipRules: Decider<OwnershipCommand, Ownership, OwnershipEvent, Given> = {
  initial: { status: 'unknown', periods: [] },

  decide: byCommand<OwnershipCommand, Ownership, OwnershipEvent>({
    begin({ requestNumber, period }, ownership, { id: requestId }) {
      if (ownership.status !== 'unknown') return [];
      const held = holderAfter(inOrder([period, ...ownership.periods]));
      return [
        { type: 'ownership-begun', data: { requestId, requestNumber, period } },
        passed(requestId, requestNumber, null, held),
      ];
    },

    take({ period }, ownership, { id: requestId }) {
      if (ownership.status === 'unknown') return [{ type: 'ownership-taken-early', data: { requestId, period } }];
      if (ownership.status === 'released') return [];
      const before = holderAfter(ownership.periods);
      const after = holderAfter(inOrder([...ownership.periods, period]));
      const taken: OwnershipEvent = { type: 'ownership-taken', data: { requestId, period } };
      if (after === before) return [taken];
      return [taken, passed(requestId, ownership.requestNumber, before.department, after)];
    },

    release({ at }, ownership, { id: requestId }) {
      if (ownership.status !== 'held') return [];
      const { requestNumber, periods } = ownership;
      const previous = holderAfter(periods).department;
      return [
        { type: 'ownership-released', data: { requestId, at } },
        BatonPassed.of({ requestId, requestNumber, previous, holder: null, at }),
      ];
    },
  }),

  evolve: byEvent<OwnershipEvent, Ownership>({
    'ownership-taken-early': (ownership, { data: { period } }) => ({
      ...ownership,
      periods: [...ownership.periods, period].toSorted(byTime),
    }),
    'ownership-begun': (ownership, { data: { requestNumber, period } }) => ({
      ...{ status: 'held', requestNumber, periods: inOrder([period, ...ownership.periods]), releasedAt: null },
    }),
    'ownership-taken': (ownership, { data: { period } }) => ({
      ...ownership,
      periods: inOrder([...ownership.periods, period]),
    }),
    'ownership-released': (ownership, { data: { at } }) =>
      ownership.status === 'held' ? { ...ownership, status: 'released', releasedAt: at } : ownership,
    'supervision.baton-passed.v1': (ownership) => ownership,
  }),
};

/** Who held the request from when to when: contiguous, so that the seconds of all departments add up to the elapsed time. */
export function holdingsOf(ownership: Ownership): Holding[] {
  if (ownership.status === 'unknown') return [];
  const { periods, releasedAt } = ownership;
  return periods.map(({ department, from, acceptedBy }, nth) => ({
    ...{ department, from, acceptedBy },
    to: periods[nth + 1]?.from ?? releasedAt,
  }));
}
