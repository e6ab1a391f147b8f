import type { Category, RequestKind } from '@pledge/contracts';
import { category as categories, requestKind } from '@pledge/contracts';
import type { RoutingLine } from '@pledge/contracts/http';

export interface Place {
  readonly kind: RequestKind;
  readonly category: Category | null;
}
type Lines = readonly RoutingLine[];

/** Whose department is not anybody's choice. */
export const fixed: Readonly<Partial<Record<RequestKind, RoutingLine['department']>>> = {
  fault: 'dispatch',
  complaint: 'supervision',
  suggestion: 'supervision',
};

export const placeKey = ({ kind, category }: Place) => `${kind}/${category ?? '*'}`;
const isAt = (place: Place) => (line: RoutingLine) => placeKey(line) === placeKey(place);
const rankOf = ({ kind, category }: Place) =>
  requestKind.options.indexOf(kind) * 100 + (category === null ? 0 : categories.options.indexOf(category) + 1);

/** The table with this line in it, in place of another for the same kind and category. */
export const withLine = (lines: Lines, line: RoutingLine): Lines =>
  [...lines.filter((one) => !isAt(line)(one)), line].toSorted((a, b) => rankOf(a) - rankOf(b));

export const withoutLine = (lines: Lines, place: Place): Lines => lines.filter((line) => !isAt(place)(line));

/** Where two tables say different things. */
export function differing(one: Lines, other: Lines): readonly Place[] {
  const places = new Map([...one, ...other].map((line) => [placeKey(line), line] as const));
  return [...places.values()].filter(
    (place) => one.find(isAt(place))?.department !== other.find(isAt(place))?.department,
  );
}

export interface OnTop {
  readonly lines: Lines;
  /** Where both have said something else than before, and not the same. */
  readonly both: readonly Place[];
}

/** What I changed, on top of what somebody else has saved meanwhile; where both changed a line, mine stands and is named. */
export function onTop(base: Lines, mine: Lines, theirs: Lines): OnTop {
  const changed = differing(base, mine);
  const lines = changed.reduce((table, place) => {
    const line = mine.find(isAt(place));
    return line ? withLine(table, line) : withoutLine(table, place);
  }, theirs);
  const apart = new Set(differing(mine, theirs).map(placeKey));
  const moved = new Set(differing(base, theirs).map(placeKey));
  return { lines, both: changed.filter((place) => moved.has(placeKey(place)) && apart.has(placeKey(place))) };
}
