import type { Store } from '@pledge/messaging';
import type { Baton, Taking } from './baton.js';

interface BatonRow {
  readonly request_number: string | null;
  readonly status: Baton['status'];
  readonly takings: Taking[];
  readonly laid_down_at: Date | null;
  readonly version: number;
}

export const batonStore: Store<Baton> = {
  async load(tx, requestId) {
    const [row] = await tx.query<BatonRow[]>(
      'select request_number, status, takings, laid_down_at, version from baton where request_id = $1',
      [requestId],
    );
    return row && { state: toState(row), version: row.version };
  },

  async save(tx, requestId, baton, version) {
    await tx.query(
      `insert into baton (request_id, request_number, status, takings, laid_down_at, version) values ($1, $2, $3, $4, $5, $6)
       on conflict (request_id) do update set request_number = excluded.request_number, status = excluded.status,
         takings = excluded.takings, laid_down_at = excluded.laid_down_at, version = excluded.version`,
      [
        requestId,
        baton.status === 'unknown' ? null : baton.requestNumber,
        baton.status,
        JSON.stringify(baton.takings),
        baton.status === 'unknown' ? null : baton.laidDownAt,
        version,
      ],
    );
  },
};

function toState({ status, takings, request_number: requestNumber, laid_down_at }: BatonRow): Baton {
  if (status === 'unknown' || requestNumber === null) return { status: 'unknown', takings };
  return { status, requestNumber, takings, laidDownAt: laid_down_at?.toISOString() ?? null };
}
