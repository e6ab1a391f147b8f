import type { Person } from '@pledge/contracts';
import type { EnvelopeOutcome } from '@pledge/contracts/events';
import type { Store } from '@pledge/messaging';
import { timers } from '@pledge/messaging';
import type { Call, Contents, Envelope, Found, Needs, Sender } from './envelope.js';
import { envelopeTimer } from './envelope.js';

interface EnvelopeRow {
  readonly channel: Contents['channel'];
  readonly source: string;
  readonly source_key: string | null;
  readonly status: 'waiting' | 'settled';
  readonly needs: Needs | null;
  readonly received_at: Date;
  readonly stored_at: Date;
  readonly due_at: Date;
  readonly overdue: boolean;
  readonly sender: Sender;
  readonly subject: string | null;
  readonly text: string;
  readonly quoted: string | null;
  readonly attachments: Contents['attachments'];
  readonly found: Found;
  readonly call: Call | null;
  readonly taken_by: Person | null;
  readonly transcribed_by: Person | null;
  readonly version: number;
  readonly outcome: { outcome: EnvelopeOutcome; by: Person; settledAt: string } | null;
}

export const envelopeStore: Store<Envelope> = {
  async load(tx, envelopeId) {
    const [row] = await tx.query<EnvelopeRow[]>(
      `select e.*, (select jsonb_build_object('by', o.settled_by, 'settledAt', o.settled_at, 'outcome',
           case o.type when 'rejected' then jsonb_build_object('type', o.type, 'reason', o.reason, 'note', o.note)
             else jsonb_build_object('type', o.type, 'requestId', o.request_id, 'number', o.number) end)
         from envelope_outcome o where o.envelope_id = e.envelope_id) as outcome
       from envelope e where e.envelope_id = $1`,
      [envelopeId],
    );
    return row && { state: toState(envelopeId, row), version: row.version };
  },

  async save(tx, envelopeId, state, version) {
    if (state.status === 'absent') return;
    const { contents, call, takenBy, transcribedBy } = state;
    const waiting = state.status === 'waiting' ? state : null;
    await tx.query(
      `insert into envelope (envelope_id, channel, source, source_key, status, needs, received_at, stored_at, due_at, overdue,
         sender, subject, text, attachments, found, call, taken_by, transcribed_by, version, quoted)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
       on conflict (envelope_id) do update set channel = excluded.channel, received_at = excluded.received_at,
         due_at = excluded.due_at, status = excluded.status, needs = excluded.needs,
         overdue = excluded.overdue, sender = excluded.sender, text = excluded.text, call = excluded.call,
         found = excluded.found, taken_by = excluded.taken_by, transcribed_by = excluded.transcribed_by,
         version = excluded.version`,
      [
        envelopeId,
        contents.channel,
        contents.source,
        contents.sourceKey,
        state.status,
        waiting?.needs ?? null,
        contents.receivedAt,
        state.storedAt,
        state.dueAt,
        waiting?.overdue ?? false,
        JSON.stringify(contents.from),
        contents.subject,
        contents.text,
        JSON.stringify(contents.attachments),
        JSON.stringify(contents.found),
        call && JSON.stringify(call),
        takenBy && JSON.stringify(takenBy),
        transcribedBy && JSON.stringify(transcribedBy),
        version,
        contents.quoted ?? null,
      ],
    );
    if (version === 1 || call) await timers.schedule(tx, { kind: envelopeTimer, ref: envelopeId, dueAt: state.dueAt });
    if (state.status === 'settled' && !state.settlement.booked) {
      const { outcome, by, settledAt } = state.settlement;
      const rejected = outcome.type === 'rejected' ? outcome : null;
      const kept = outcome.type === 'rejected' ? null : outcome;
      await tx.query(
        `insert into envelope_outcome (envelope_id, type, request_id, number, reason, note, settled_by, settled_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          envelopeId,
          outcome.type,
          kept?.requestId ?? null,
          kept?.number ?? null,
          rejected?.reason ?? null,
          rejected?.note ?? null,
          JSON.stringify(by),
          settledAt,
        ],
      );
    }
  },
};

function toState(envelopeId: string, row: EnvelopeRow): Envelope {
  const { status, needs, overdue, call, outcome } = row;
  const handled = {
    contents: {
      channel: row.channel,
      source: row.source,
      sourceKey: row.source_key,
      receivedAt: row.received_at.toISOString(),
      from: row.sender,
      subject: row.subject,
      text: row.text,
      quoted: row.quoted,
      attachments: row.attachments,
      found: row.found,
    },
    storedAt: row.stored_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    call,
    takenBy: row.taken_by,
    transcribedBy: row.transcribed_by,
  };
  if (status === 'waiting' && needs && !outcome) return { status, ...handled, needs, overdue };
  if (status === 'settled' && outcome) {
    const settlement = { ...outcome, settledAt: new Date(outcome.settledAt).toISOString(), booked: true };
    return { status, ...handled, settlement };
  }
  throw new Error(`envelope ${envelopeId} is ${status} without what belongs to it`);
}
