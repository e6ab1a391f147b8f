import type { Mail, Suspicion } from './mail.js';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** As the messenger signs what it sends about a request: `<r.REQUEST.MESSAGE@pledge>`. */
const ofRequest = new RegExp(`^<r\\.(${uuid})\\.${uuid}@[^<>\\s]+>$`, 'u');
const ofAnything = new RegExp(`^<(?:r\\.${uuid}\\.|m\\.)${uuid}@[^<>\\s]+>$`, 'u');
const numbered = /\[([A-Z]{2}-\d{8}-\d{4,8})\]/gu;
const mostNamed = 20;

/** Whether a message id is one that we gave. */
export const isOurs = (messageId: string): boolean => ofAnything.test(messageId.toLowerCase());

/** The requests that a mail says it is about, the surest first. */
export interface Named {
  readonly requestIds: readonly string[];
  readonly numbers: readonly string[];
}

export function requestsNamed({ inReplyTo, references, subject }: Mail): Named {
  const ids = [...inReplyTo, ...references.toReversed()].flatMap((id) => ofRequest.exec(id.toLowerCase())?.[1] ?? []);
  const numbers = [...(subject ?? '').matchAll(numbered)].flatMap(([, number]) => number ?? []);
  return { requestIds: first(ids), numbers: first(numbers) };
}

const first = (all: readonly string[]): string[] => [...new Set(all)].slice(0, mostNamed);

/** A request that a mail names, as the database has it. */
export interface Candidate {
  readonly requestId: string;
  readonly number: string;
  /** Work on it goes on, so that somebody reads what is added. */
  readonly open: boolean;
  /** The sender reported it, or is a contact of its customer. */
  readonly knowsSender: boolean;
}

export interface Thread {
  readonly repliesTo: { readonly id: string; readonly number: string } | null;
  /** It is joined by rule; else an agent decides. */
  readonly joins: boolean;
}

/** The request that a mail answers: never one of a customer to whom its sender is a stranger. */
export function threadOf(named: Named, candidates: readonly Candidate[], suspicion: Suspicion | null): Thread {
  const known = candidates.filter(({ knowsSender }) => knowsSender);
  const found =
    firstOf(named.requestIds, (id) => known.find(({ requestId }) => requestId === id)) ??
    firstOf(named.numbers, (asked) => known.find(({ number }) => number === asked));
  if (!found) return { repliesTo: null, joins: false };
  const { requestId, number, open } = found;
  return { repliesTo: { id: requestId, number }, joins: open && suspicion === null };
}

function firstOf<T>(names: readonly string[], of: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = of(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
