import type { Category, Person, RequestKind } from '@pledge/contracts';
import { category as categories, requestKind } from '@pledge/contracts';
import type { RoutingDifference, RoutingLine } from '@pledge/contracts/http';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

/** The table, and who made it so. */
export interface RoutingTable {
  readonly lines: readonly RoutingLine[];
  /** Null for the table that came with the system. */
  readonly by: Person | null;
  readonly reason: string | null;
  readonly at: string | null;
}

export interface RoutingCommand {
  readonly type: 'change';
  readonly lines: readonly RoutingLine[];
  readonly reason: string | null;
  readonly by: Person;
}

/** Kept in the journal: to whom the hotline turns is no other department's business until it does. */
export interface RoutingChanged {
  readonly type: 'routing-changed';
  readonly data: {
    readonly lines: readonly RoutingLine[];
    readonly by: Person;
    readonly reason: string | null;
    readonly at: string;
  };
}

export const routingTable: Decider<RoutingCommand, RoutingTable, RoutingChanged> = {
  initial: { lines: [], by: null, reason: null, at: null },

  decide({ lines: asked, reason, by }, { lines: before }, now) {
    const lines = inOrder(checked(asked));
    if (differencesBetween(before, lines).length === 0) return [];
    return [{ type: 'routing-changed', data: { lines, by, reason, at: now } }];
  },

  evolve: (_table, { data }) => data,
};

/** @throws {Refusal} naming the line that cannot be */
export function checked(lines: readonly RoutingLine[]): readonly RoutingLine[] {
  const seen = new Set<string>();
  for (const [index, { kind, category, department }] of lines.entries()) {
    const line = `/lines/${String(index)}`;
    if (seen.has(keyOf({ kind, category }))) throw new Refusal('routing-twice', { kind, category }, line);
    seen.add(keyOf({ kind, category }));
    if (kind === 'fault' && department !== 'dispatch') {
      throw new Refusal('fault-goes-to-dispatch', { department }, `${line}/department`);
    }
    if ((kind === 'complaint' || kind === 'suggestion') && department !== 'supervision') {
      throw new Refusal('matter-goes-to-supervision', { kind, department }, `${line}/department`);
    }
  }
  const lacking = requestKind.options.filter((kind) => !seen.has(keyOf({ kind, category: null })));
  if (lacking.length > 0) throw new Refusal('routing-incomplete', { kinds: lacking }, '/lines');
  return lines;
}

interface Place {
  readonly kind: RequestKind;
  readonly category: Category | null;
}

/** The line that counts for a request: that of its kind and category, else that of its kind. */
export function lineFor(lines: readonly RoutingLine[], { kind, category }: Place): RoutingLine {
  const ofKind = lines.filter((line) => line.kind === kind);
  const found =
    ofKind.find((line) => line.category !== null && line.category === category) ??
    ofKind.find((line) => line.category === null);
  if (!found) throw new Error(`the routing table has no line for ${kind}`);
  return found;
}

/** In which lines two tables differ, in the order of the vocabularies. */
export function differencesBetween(
  before: readonly RoutingLine[],
  after: readonly RoutingLine[],
): readonly RoutingDifference[] {
  const departments = (lines: readonly RoutingLine[]) =>
    new Map(lines.map((line) => [keyOf(line), line.department] as const));
  const [then, now] = [departments(before), departments(after)];
  return inOrder([...before, ...after])
    .filter((line, index, all) => all.findIndex((one) => keyOf(one) === keyOf(line)) === index)
    .map(({ kind, category }) => ({
      kind,
      category,
      before: then.get(keyOf({ kind, category })) ?? null,
      after: now.get(keyOf({ kind, category })) ?? null,
    }))
    .filter((line) => line.before !== line.after);
}

const keyOf = ({ kind, category }: Place) => `${kind}/${category ?? '*'}`;

const rankOf = ({ kind, category }: Place) =>
  requestKind.options.indexOf(kind) * 100 + (category === null ? 0 : categories.options.indexOf(category) + 1);

const inOrder = (lines: readonly RoutingLine[]): readonly RoutingLine[] =>
  lines.toSorted((a, b) => rankOf(a) - rankOf(b));
