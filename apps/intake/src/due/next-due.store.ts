import type { StampedPromise } from '@pledge/contracts';
import type { PromiseState } from '@pledge/contracts/http';
import { prepared } from '@pledge/messaging';
import type { EntityManager } from 'typeorm';
import { standingDispute } from '../conversations/disputes.js';
import type { Dispute } from '../conversations/situation.js';
import type { NextDue } from './next-due.js';
import { nextDue } from './next-due.js';

interface Row {
  readonly kind: string;
  readonly status: string;
  readonly answered: boolean;
  readonly confirmation: { readonly at: string } | null;
  readonly dispute: Dispute | null;
  readonly promises: readonly StampedPromise[];
  readonly tracks: readonly { promiseId: string; state: PromiseState; dueAt: string; doneAt: string | null }[];
}

/** What is due first of a request that has just come in. */
export const firstDue = (promises: readonly StampedPromise[]): NextDue | null =>
  nextDue({ closed: false, answered: false, disputed: null, clocks: promises.map(running) });

const running = (promise: StampedPromise) => ({ ...promise, state: 'running', doneAt: null }) as const;

/**
 * Notes on the request what is due next of it and what is disputed, so that a queue can be read in that order. To be called by whoever
 * has changed the request, its clocks or its dispute, in the same transaction and under the request's lock.
 */
export async function dueAgain(tx: EntityManager, requestId: string): Promise<void> {
  const [row] = await prepared<Row>(
    tx,
    `select r.kind, r.status, r.answer is not null as answered, r.confirmation, r.report -> 'promises' as promises,
       (select dispute from conversation c where c.request_id = r.request_id) as dispute,
       (select coalesce(jsonb_agg(jsonb_build_object('promiseId', promise_id, 'state', state, 'dueAt', due_at, 'doneAt', done_at)), '[]')
        from promise_track p where p.request_id = r.request_id) as tracks
     from request r where r.request_id = $1`,
    [requestId],
  );
  if (!row) return;
  const disputed = standingDispute(row.dispute, row);
  const tracks = new Map(row.tracks.map((track) => [track.promiseId, track]));
  const due = nextDue({
    closed: row.status === 'closed',
    answered: row.answered,
    disputed,
    clocks: row.promises.map((promise) => ({ ...running(promise), ...tracks.get(promise.promiseId) })),
  });
  await prepared(tx, 'update request set due_at = $2, due_what = $3, disputed = $4 where request_id = $1', [
    requestId,
    due?.at ?? null,
    due?.what ?? null,
    disputed && JSON.stringify(disputed),
  ]);
}
