import type { HandOff } from '@pledge/contracts';
import type { Store } from '@pledge/messaging';
import { timers } from '@pledge/messaging';
import type { Decline, HandOffState } from './hand-off.js';
import { handOffTimer } from './hand-off.js';

interface HandOffRow {
  readonly request_id: string;
  readonly status: Exclude<HandOffState['status'], 'unknown'>;
  readonly offer: HandOff | null;
  readonly accepted_by: string | null;
  readonly accepted_at: Date | null;
  readonly declined: Decline | null;
  readonly version: number;
}

export const handOffStore: Store<HandOffState> = {
  async load(tx, handOffId) {
    const [row] = await tx.query<HandOffRow[]>(
      'select request_id, status, offer, accepted_by, accepted_at, declined, version from hand_off where hand_off_id = $1',
      [handOffId],
    );
    return row && { state: toState(handOffId, row), version: row.version };
  },

  async save(tx, handOffId, state, version) {
    if (state.status === 'unknown') return;
    const declined = state.status === 'declined' ? state.decline : null;
    const acceptance = state.status === 'accepted' ? state.acceptance : null;
    await tx.query(
      `insert into hand_off (hand_off_id, request_id, status, offer, offered_at, accepted_by, accepted_at, declined, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (hand_off_id) do update set status = excluded.status, offer = excluded.offer, offered_at = excluded.offered_at,
         accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at, declined = excluded.declined, version = excluded.version`,
      [
        handOffId,
        state.requestId,
        state.status,
        state.offer && JSON.stringify(state.offer),
        state.offer?.offeredAt ?? null,
        acceptance?.acceptedBy ?? null,
        acceptance?.acceptedAt ?? null,
        declined && JSON.stringify(declined),
        version,
      ],
    );
    await (state.status === 'offered'
      ? timers.schedule(tx, { kind: handOffTimer, ref: handOffId, dueAt: state.offer.acceptBy })
      : timers.cancel(tx, { kind: handOffTimer, ref: handOffId }));
  },
};

function toState(handOffId: string, row: HandOffRow): HandOffState {
  const { status, offer, request_id: requestId } = row;
  if (status === 'accepted' && row.accepted_at) {
    return {
      status,
      requestId,
      offer,
      acceptance: { acceptedBy: row.accepted_by ?? '', acceptedAt: row.accepted_at.toISOString() },
    };
  }
  if (status === 'declined' && row.declined) return { status, requestId, offer, decline: row.declined };
  if ((status === 'offered' || status === 'overdue') && offer) return { status, requestId, offer };
  throw new Error(`hand-off ${handOffId} is ${status} without what belongs to it`);
}
