import type { PartLine } from '@pledge/contracts';
import type { PartsState } from '@pledge/contracts/http';

export interface MissingPart {
  readonly partId: string;
  readonly name: string;
  readonly quantity: number;
}

/** The last that the parts department said about an order. */
export interface PartsNews {
  readonly assignment: number;
  readonly state: 'reserved' | 'short';
  readonly missing: readonly MissingPart[];
}

export interface PartsAvailability {
  readonly state: PartsState;
  readonly missing: readonly MissingPart[];
}

/** News about an earlier assignment says nothing about this one. */
export function partsAvailability(
  task: { readonly assignment: number; readonly partsToCarry: readonly PartLine[] } | null,
  news: PartsNews | null,
): PartsAvailability {
  if (!task || task.partsToCarry.length === 0) return { state: 'none-needed', missing: [] };
  if (news?.assignment !== task.assignment) return { state: 'pending', missing: [] };
  return { state: news.state, missing: news.missing };
}

export const isSettled = ({ state }: Pick<PartsAvailability, 'state'>): boolean => state !== 'pending';
