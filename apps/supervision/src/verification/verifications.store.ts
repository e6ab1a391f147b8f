import type { Store } from '@pledge/messaging';
import { timers } from '@pledge/messaging';
import type { Verification } from './verification.js';
import { verificationTimer } from './verification.js';

interface VerificationRow {
  readonly status: Verification['status'];
  readonly request_number: string;
  readonly until: Date;
  readonly version: number;
}

export const verificationStore: Store<Verification> = {
  async load(tx, requestId) {
    const [row] = await tx.query<VerificationRow[]>(
      'select status, request_number, until, version from verification where request_id = $1',
      [requestId],
    );
    if (!row) return undefined;
    const { version, request_number: requestNumber } = row;
    if (row.status !== 'watching' && row.status !== 'disputed') return { state: { status: row.status }, version };
    return { state: { status: row.status, requestNumber, until: row.until.toISOString() }, version };
  },

  async save(tx, requestId, state, version) {
    if (state.status === 'watching') {
      await tx.query(
        `insert into verification (request_id, status, request_number, until, version) values ($1, $2, $3, $4, $5)
         on conflict (request_id) do update set status = excluded.status, version = excluded.version`,
        [requestId, state.status, state.requestNumber, state.until, version],
      );
      await timers.schedule(tx, { kind: verificationTimer, ref: requestId, dueAt: state.until });
      return;
    }
    await tx.query('update verification set status = $2, version = $3 where request_id = $1', [
      requestId,
      state.status,
      version,
    ]);
    await timers.cancel(tx, { kind: verificationTimer, ref: requestId });
  },
};
