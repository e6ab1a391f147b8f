import type { Department } from '@pledge/contracts';
import type { Cause } from '@pledge/messaging';
import { projection, writeReplica } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { dueAgain } from '../due/next-due.store.js';
import { entryOf } from './entry.js';

/** What intake hears of a request from another department. */
export interface AboutRequest {
  readonly type: string;
  readonly id: string;
  readonly sequence: number;
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
  { data, sequence }: AboutRequest & { readonly data: { readonly orderId: string; readonly number: string } },
  status: string,
) =>
  writeReplica(
    tx,
    {
      table: 'request_track',
      key: { request_id: data.requestId },
      columns: { order_id: data.orderId, order_number: data.number, order_status: status },
      guard: 'order_sequence',
    },
    sequence,
  );

export const trackHolder = (
  tx: EntityManager,
  { data, sequence }: AboutRequest,
  holder: Department | null,
  since: string,
) =>
  writeReplica(
    tx,
    {
      table: 'request_track',
      key: { request_id: data.requestId },
      columns: { holder, held_since: since },
      guard: 'holder_sequence',
    },
    sequence,
  );

/** Under the request's lock, for what is due next of it goes by this. */
export async function trackPromise(
  tx: EntityManager,
  { data, sequence }: AboutRequest & { readonly data: { readonly promiseId: string; readonly dueAt: string } },
  state: string,
  doneAt: string | null = null,
): Promise<void> {
  const columns = { request_id: data.requestId, state, due_at: data.dueAt, done_at: doneAt };
  await writeReplica(tx, { table: 'promise_track', key: { promise_id: data.promiseId }, columns }, sequence);
  await dueAgain(tx, data.requestId);
}
