import type { QueueItem } from '@pledge/contracts/http';

export const bulkActions = ['take', 'release', 'hand-over', 'reject'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** What will be done with a line, or why nothing will be. */
export type Plan =
  | { readonly will: 'take' | 'release' | 'hand-over' | 'reject' }
  | {
      readonly will: 'leave';
      readonly why: 'yours' | 'with-colleague' | 'nobodys' | 'envelope' | 'not-envelope' | 'not-matter' | 'handed-over';
      /** Who has it, where that is why. */
      readonly name?: string;
    };

const leave = (why: Extract<Plan, { will: 'leave' }>['why'], name?: string): Plan => ({
  will: 'leave',
  why,
  ...(name !== undefined && { name }),
});

/** What the single commands would do with a line as it stands here; what a colleague has is left to them. */
export function planFor(action: BulkAction, row: QueueItem, personId: string): Plan {
  const { takenBy, type, kind } = row;
  const colleague = takenBy && takenBy.personId !== personId ? takenBy.name : null;
  if (colleague !== null) return leave('with-colleague', colleague);
  switch (action) {
    case 'take':
      return takenBy ? leave('yours') : { will: 'take' };
    case 'release':
      if (type === 'envelope') return leave('envelope');
      return takenBy ? { will: 'release' } : leave('nobodys');
    case 'hand-over':
      if (kind !== 'complaint' && kind !== 'suggestion') return leave('not-matter');
      return row.withDepartment === null ? { will: 'hand-over' } : leave('handed-over');
    case 'reject':
      return type === 'envelope' ? { will: 'reject' } : leave('not-envelope');
  }
}

/** What came of a line. */
export type Came =
  | { readonly state: 'waiting' | 'running' | 'done' | 'unanswered' }
  | { readonly state: 'refused' | 'changed'; readonly detail: string };

export const rowKey = ({ type, id }: Pick<QueueItem, 'type' | 'id'>) => `${type}/${id}`;

/** Which lines are still to be done: those that nobody has tried, and the one that had no answer. */
export const stillToDo = (came: ReadonlyMap<string, Came>, keys: readonly string[]): readonly string[] =>
  keys.filter((key) => {
    const state = came.get(key)?.state ?? 'waiting';
    return state === 'waiting' || state === 'unanswered';
  });

export function tallyOf(came: ReadonlyMap<string, Came>, keys: readonly string[]) {
  const states = keys.map((key) => came.get(key)?.state ?? 'waiting');
  const count = (state: Came['state']) => states.filter((one) => one === state).length;
  return {
    done: count('done'),
    refused: count('refused') + count('changed'),
    open: count('waiting') + count('unanswered') + count('running'),
  };
}
