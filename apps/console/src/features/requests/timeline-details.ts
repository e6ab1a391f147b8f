import { department, pauseReason } from '@pledge/contracts';

export type Detail =
  | { readonly name: string; readonly kind: 'text' | 'time' | 'department' | 'reason' | 'code'; readonly value: string }
  | { readonly name: string; readonly kind: 'list'; readonly values: readonly string[] };

/** What a timeline shows of a fact, in this order; other things are for machines. */
export const shownDetails = [
  'text',
  'joinedTo',
  'wasJoinedTo',
  'verdict',
  'recurredAs',
  'answer',
  'question',
  'department',
  'chosen',
  'tableSays',
  'cause',
  'occurredAt',
  'nature',
  'category',
  'location',
  'impact',
  'measuresTaken',
  'content',
  'engineerName',
  'expectedArrivalAt',
  'completedAt',
  'lines',
  'missing',
  'toolsToCarry',
  'reason',
  'note',
  'signedBy',
  'from',
  'to',
  'previous',
  'holder',
  'acceptBy',
  'dueAt',
] as const;

/** Whose values are codes of a vocabulary with words of its own. */
const coded: readonly string[] = ['nature', 'category', 'impact', 'verdict', 'chosen'];
const isDepartment = (value: string) => department.safeParse(value).success;
const isReason = (value: string) => pauseReason.safeParse(value).success;
const isInstant = (name: string, value: string) => /(At|By)$/u.test(name) && !Number.isNaN(Date.parse(value));

/** `{ name: 'Power module', quantity: 2 }` reads `Power module × 2`. */
function lineOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  const { name, quantity } = value as { readonly name?: unknown; readonly quantity?: unknown };
  return typeof name === 'string' ? `${name} × ${typeof quantity === 'number' ? quantity : 1}` : null;
}

function detailOf(name: string, value: unknown): Detail | null {
  if (Array.isArray(value)) {
    const values = value.map(lineOf).filter((line) => line !== null);
    return values.length > 0 ? { name, kind: 'list', values } : null;
  }
  if (typeof value !== 'string' || value === '') return null;
  if (isInstant(name, value)) return { name, kind: 'time', value };
  if (isDepartment(value)) return { name, kind: 'department', value };
  if (coded.includes(name)) return { name, kind: 'code', value: `${name}.${value}` };
  return { name, kind: isReason(value) ? 'reason' : 'text', value };
}

export const detailsOf = (detail: Readonly<Record<string, unknown>>): readonly Detail[] =>
  shownDetails.map((name) => detailOf(name, detail[name])).filter((found) => found !== null);
