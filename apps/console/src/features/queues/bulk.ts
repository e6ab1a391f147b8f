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

export const rowKey = ({ type, id }: Pick<QueueItem, 'type' | 'id'>) => `${type}/${id}`;
