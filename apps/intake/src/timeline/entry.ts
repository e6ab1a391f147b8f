import type { Department } from '@pledge/contracts';

export interface Entry {
  readonly department: Department;
  readonly at: string;
  readonly by: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The words a timeline may show of each fact: a list of what is let through, so that nothing personal slips out. */
const shown: readonly string[] = [
  'number',
  'orderNumber',
  'engineerName',
  'expectedArrivalAt',
  'completedAt',
  'content',
  'toolsToCarry',
  'signedBy',
  'reason',
  'note',
  'question',
  'answer',
  'promise',
  'dueAt',
  'doneAt',
  'lines',
  'missing',
  'previous',
  'holder',
  'from',
  'to',
  'acceptBy',
  'conduct',
  'cause',
];
const instants: readonly string[] = [
  'openedAt',
  'acceptedAt',
  'assignedAt',
  'exceptedAt',
  'departedAt',
  'arrivedAt',
  'completedAt',
  'signedAt',
  'closedAt',
  'raisedAt',
  'reservedAt',
  'shortAt',
  'consumedAt',
  'answeredAt',
  'pausedAt',
  'resumedAt',
  'doneAt',
  'voidedAt',
  'verifiedAt',
  'recordedAt',
  'at',
];
const people: readonly string[] = [
  'acceptedBy',
  'assignedBy',
  'by',
  'engineerName',
  'signedBy',
  'closedBy',
  'raisedBy',
  'answeredBy',
];

/** What the request's page shows of a fact that another department published. */
export function entryOf(data: Readonly<Record<string, unknown>>, department: Department, saidAt: string): Entry {
  const at = instants.map((name) => data[name]).find((value) => typeof value === 'string') ?? saidAt;
  return {
    department,
    at,
    by: people.map((name) => nameOf(data[name])).find((name) => name !== null) ?? null,
    detail: Object.fromEntries(Object.entries(data).filter(([name]) => shown.includes(name))),
  };
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
    return value.name;
  return null;
}
