import type { Cause } from '@pledge/messaging';
import { prepared, projection, writeReplica } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { dueAgain } from '../due/next-due.store.js';
import type { AboutRequest } from './entry-statement.store.js';
import { entryStatement } from './entry-statement.store.js';

/** What is said of a clock of a request. */
export type AboutClock = AboutRequest & { readonly data: { readonly promiseId: string; readonly dueAt: string } };

/** Notes how a clock stands, on the timeline and for what is due next of the request: under its lock and in one transaction. */
export function followClock(
  db: DataSource,
  heard: AboutClock,
  cause: Cause,
  state: string,
  doneAt: string | null = null,
): Promise<boolean> {
  const { requestId, promiseId, dueAt } = heard.data;
  const columns = { request_id: requestId, state, due_at: dueAt, done_at: doneAt };
  return projection(
    db,
    cause,
    async (tx) => {
      const { text, values } = entryStatement(heard, 'supervision');
      await prepared(tx, text, values);
      await writeReplica(tx, { table: 'promise_track', key: { promise_id: promiseId }, columns }, heard.sequence);
      await dueAgain(tx, requestId);
    },
    [`request/${requestId}`],
  );
}
