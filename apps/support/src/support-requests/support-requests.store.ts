import type { Store } from '@pledge/messaging';
import type { Asked, SupportRequest, TakenUp } from './support-request.js';

interface SupportRequestRow {
  readonly status: Exclude<SupportRequest['status'], 'absent'>;
  readonly asked: Asked;
  readonly accepted_by: TakenUp['by'] | null;
  readonly accepted_at: Date | null;
  readonly answer: string | null;
  readonly answered_at: Date | null;
  readonly version: number;
}

const steps = { raised: 0, accepted: 1, answered: 2 };

export const supportRequestStore: Store<SupportRequest> = {
  async load(tx, supportRequestId) {
    const [row] = await tx.query<SupportRequestRow[]>(
      `select status, asked, accepted_by, accepted_at, answer, answered_at, version
       from support_request where support_request_id = $1`,
      [supportRequestId],
    );
    return row && { state: toState(supportRequestId, row), version: row.version };
  },

  async save(tx, supportRequestId, state, version) {
    if (state.status === 'absent') return;
    const { asked } = state;
    const takenUp = state.status === 'raised' ? null : state.takenUp;
    const advice = state.status === 'answered' ? state.advice : null;
    // Open ones by the time they were to be accepted, answered ones newest first.
    const urgency = advice ? -Date.parse(advice.at) : Date.parse(asked.acceptBy);
    await tx.query(
      `insert into support_request (support_request_id, number, status, order_id, request_id, raised_by_id, asked,
         accepted_by, accepted_at, answer, answered_at, step, urgency, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (support_request_id) do update set status = excluded.status, accepted_by = excluded.accepted_by,
         accepted_at = excluded.accepted_at, answer = excluded.answer, answered_at = excluded.answered_at,
         step = excluded.step, urgency = excluded.urgency, version = excluded.version`,
      [
        supportRequestId,
        asked.number,
        state.status,
        asked.orderId,
        asked.requestId,
        asked.raisedBy.personId,
        JSON.stringify(asked),
        takenUp && JSON.stringify(takenUp.by),
        takenUp?.at ?? null,
        advice?.text ?? null,
        advice?.at ?? null,
        steps[state.status],
        urgency,
        version,
      ],
    );
  },
};

function toState(supportRequestId: string, row: SupportRequestRow): SupportRequest {
  const { status, asked } = row;
  const takenUp = row.accepted_by && row.accepted_at && { by: row.accepted_by, at: row.accepted_at.toISOString() };
  if (status === 'raised') return { status, asked };
  if (status === 'accepted' && takenUp) return { status, asked, takenUp };
  if (takenUp && row.answer !== null && row.answered_at) {
    return { status: 'answered', asked, takenUp, advice: { text: row.answer, at: row.answered_at.toISOString() } };
  }
  throw new Error(`support request ${supportRequestId} is ${status} without what belongs to it`);
}
