import type { Department } from '@pledge/contracts';
import type { EventOf } from '@pledge/contracts/events';
import { BatonPassed } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';

/** From when a department holds a request; until when is told by the next one, so there is no gap and no overlap to make. */
export interface Taking {
  readonly department: Department;
  readonly from: string;
  readonly acceptedBy: string | null;
}

export type Baton =
  | { readonly status: 'unknown'; readonly takings: readonly Taking[] }
  | {
      readonly status: 'held' | 'laid-down';
      readonly requestNumber: string;
      /** In order of time; the first is the department that the report reached. */
      readonly takings: readonly Taking[];
      readonly laidDownAt: string | null;
    };

export type BatonCommand =
  | { readonly type: 'begin'; readonly requestId: string; readonly requestNumber: string; readonly taking: Taking }
  | { readonly type: 'take'; readonly requestId: string; readonly taking: Taking }
  | { readonly type: 'lay-down'; readonly requestId: string; readonly at: string };

/** Kept in the journal: an acceptance that was heard before the request itself. */
export interface TakenEarly {
  readonly type: 'baton-taken-early';
  readonly data: { readonly requestId: string; readonly taking: Taking };
}
export interface BatonBegun {
  readonly type: 'baton-begun';
  readonly data: { readonly requestId: string; readonly requestNumber: string; readonly taking: Taking };
}
export interface BatonTaken {
  readonly type: 'baton-taken';
  readonly data: { readonly requestId: string; readonly taking: Taking };
}
export interface BatonLaidDown {
  readonly type: 'baton-laid-down';
  readonly data: { readonly requestId: string; readonly at: string };
}
export type BatonEvent = TakenEarly | BatonBegun | BatonTaken | BatonLaidDown | EventOf<typeof BatonPassed>;

export const batonRules: Decider<BatonCommand, Baton, BatonEvent> = {
  initial: { status: 'unknown', takings: [] },

  decide(command, baton) {
    const { requestId } = command;
    switch (command.type) {
      case 'begin': {
        if (baton.status !== 'unknown') return [];
        const { requestNumber, taking } = command;
        const begun: BatonEvent = { type: 'baton-begun', data: { requestId, requestNumber, taking } };
        const held = holderAfter(inOrder([taking, ...baton.takings]));
        return [begun, passed(requestId, requestNumber, null, held)];
      }
      case 'take': {
        const { taking } = command;
        if (baton.status === 'unknown') return [{ type: 'baton-taken-early', data: { requestId, taking } }];
        if (baton.status === 'laid-down') return [];
        const before = holderAfter(baton.takings);
        const after = holderAfter(inOrder([...baton.takings, taking]));
        const taken: BatonEvent = { type: 'baton-taken', data: { requestId, taking } };
        if (after === before) return [taken];
        return [taken, passed(requestId, baton.requestNumber, before.department, after)];
      }
      case 'lay-down': {
        if (baton.status !== 'held') return [];
        const at = command.at;
        const previous = holderAfter(baton.takings).department;
        return [
          { type: 'baton-laid-down', data: { requestId, at } },
          BatonPassed.of({ requestId, requestNumber: baton.requestNumber, previous, holder: null, at }),
        ];
      }
    }
  },

  evolve(baton, event) {
    switch (event.type) {
      case 'baton-taken-early':
        return { ...baton, takings: [...baton.takings, event.data.taking].toSorted(byTime) };
      case 'baton-begun': {
        const { requestNumber, taking } = event.data;
        return { status: 'held', requestNumber, takings: inOrder([taking, ...baton.takings]), laidDownAt: null };
      }
      case 'baton-taken':
        return { ...baton, takings: inOrder([...baton.takings, event.data.taking]) };
      case 'baton-laid-down':
        return baton.status === 'held' ? { ...baton, status: 'laid-down', laidDownAt: event.data.at } : baton;
      case 'supervision.baton-passed.v1':
        return baton;
    }
  },
};

/** A stretch during which one department held a request; `to` is null while it still does. */
export interface Holding {
  readonly department: Department;
  readonly from: string;
  readonly to: string | null;
  readonly acceptedBy: string | null;
}

/** Who held the request from when to when: contiguous, so that the seconds of all departments add up to the elapsed time. */
export function holdingsOf(baton: Baton): Holding[] {
  if (baton.status === 'unknown') return [];
  return baton.takings.map(({ department, from, acceptedBy }, index, all) => ({
    department,
    from,
    to: all[index + 1]?.from ?? baton.laidDownAt,
    acceptedBy,
  }));
}

/** In order of time; nobody can have taken it before the report reached us. */
function inOrder(takings: readonly Taking[]): Taking[] {
  const [first, ...rest] = takings;
  if (!first) return [];
  const later = rest.map((taking) =>
    Date.parse(taking.from) < Date.parse(first.from) ? { ...taking, from: first.from } : taking,
  );
  return [first, ...later.toSorted(byTime)];
}

const byTime = (a: Taking, b: Taking) => Date.parse(a.from) - Date.parse(b.from);

function holderAfter(takings: readonly Taking[]): Taking {
  const holder = takings.at(-1);
  if (!holder) throw new Error('a baton that was begun has a holder');
  return holder;
}

const passed = (requestId: string, requestNumber: string, previous: Department | null, taking: Taking) =>
  BatonPassed.of({ requestId, requestNumber, previous, holder: taking.department, at: taking.from });
