import { numbersIn, requestOfMailId } from '@pledge/contracts';
import type { Mail, Suspicion } from './mail.js';

const mostNamed = 20;

/** The requests that a mail says it is about, the surest first. */
export interface Named {
  readonly requestIds: readonly string[];
  readonly numbers: readonly string[];
}

export function requestsNamed({ inReplyTo, references, subject }: Mail): Named {
  const ids = [...inReplyTo, ...references.toReversed()].flatMap((id) => requestOfMailId(id) ?? []);
  return { requestIds: first(ids), numbers: first(numbersIn(subject ?? '')) };
}

const first = (all: readonly string[]): string[] => [...new Set(all)].slice(0, mostNamed);

/** A request that a mail names, as the database has it. */
export interface Candidate {
  readonly requestId: string;
  readonly number: string;
  /** The request that it was joined to, which an answer then belongs to. */
  readonly joinedTo: { readonly id: string; readonly number: string } | null;
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
  const { requestId, number, joinedTo, open } = found;
  return { repliesTo: joinedTo ?? { id: requestId, number }, joins: open && suspicion === null };
}

function firstOf<T>(names: readonly string[], of: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = of(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
