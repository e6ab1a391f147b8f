import type { Department } from '@pledge/contracts';
import type { Cause } from '@pledge/messaging';
import { projection } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { dueAgain } from '../due/next-due.store.js';
import { entryOf } from './entry.js';

/** What intake hears of a request from another department. */
export interface AboutRequest {
  readonly type: string;
  readonly id: string;
  readonly at: string;
  readonly data: { readonly requestId: string };
}

/** Adds a fact to the request's timeline, and lets `track` note what else it changes, under the request's lock and in one transaction. */
export function follow(
  db: DataSource,
  heard: AboutRequest,
  cause: Cause,
  department: Department,
  track?: (tx: EntityManager) => Promise<unknown>,
) {
  const write = async (tx: EntityManager) => {
    const entry = entryOf({ ...heard.data }, department, heard.at);
    await tx.query(
      `insert into timeline_entry (event_id, request_id, at, department, type, by, detail) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (event_id) do nothing`,
      [heard.id, heard.data.requestId, entry.at, department, heard.type, entry.by, JSON.stringify(entry.detail)],
    );
    await track?.(tx);
  };
  return projection(db, cause, write, track ? [`request/${heard.data.requestId}`] : []);
}

export const trackOrder = (
  tx: EntityManager,
  requestId: string,
  order: { orderId: string; number: string },
  status: string,
) =>
  tx.query(
    `insert into request_track (request_id, order_id, order_number, order_status) values ($1, $2, $3, $4)
     on conflict (request_id) do update set order_id = $2, order_number = $3, order_status = $4`,
    [requestId, order.orderId, order.number, status],
  );

export const trackHolder = (tx: EntityManager, requestId: string, holder: Department | null, since: string) =>
  tx.query(
    `insert into request_track (request_id, holder, held_since) values ($1, $2, $3)
     on conflict (request_id) do update set holder = $2, held_since = $3`,
    [requestId, holder, since],
  );

/** Under the request's lock, for what is due next of it goes by this. */
export async function trackPromise(
  tx: EntityManager,
  clock: { requestId: string; promiseId: string; dueAt: string },
  state: string,
  doneAt: string | null = null,
): Promise<void> {
  await tx.query(
    `insert into promise_track (promise_id, request_id, state, due_at, done_at) values ($1, $2, $3, $4, $5)
     on conflict (promise_id) do update set state = $3, due_at = $4, done_at = $5`,
    [clock.promiseId, clock.requestId, state, clock.dueAt, doneAt],
  );
  await dueAgain(tx, clock.requestId);
}
