import type { CallerIdentity, Role } from '@pledge/contracts';
import type { Envelope, InputOf, listEnvelopes } from '@pledge/contracts/http';
import { decodeCursor, maskedPhone, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { complaintsSeenBy, isSeen } from '../requests/complaints-seen.js';
import type { JoinTarget } from './envelope.js';

interface ViewRow {
  readonly envelope_id: string;
  readonly channel: Envelope['channel'];
  readonly status: Envelope['status'];
  readonly source: string;
  readonly needs: Envelope['needs'];
  readonly received_at: Date;
  readonly stored_at: Date;
  readonly due_at: Date;
  readonly overdue: boolean;
  readonly sender: Envelope['from'];
  readonly subject: string | null;
  readonly text: string;
  readonly quoted: string | null;
  readonly attachments: Envelope['attachments'];
  readonly found: Envelope['found'];
  readonly call: Envelope['call'];
  readonly taken_by: Envelope['takenBy'];
  readonly transcribed_by: Envelope['transcribedBy'];
  readonly version: number;
  readonly outcome: 'new-request' | 'joined' | 'rejected' | null;
  readonly request_id: string | null;
  readonly number: string | null;
  readonly reason: Extract<Envelope['outcome'], { type: 'rejected' }>['reason'] | null;
  readonly note: string | null;
  readonly settled_by: Envelope['settledBy'];
  readonly settled_at: Date | null;
}

const viewSql = `
  select e.*, o.type as outcome, o.request_id, o.number, o.reason, o.note, o.settled_by, o.settled_at
  from envelope e left join envelope_outcome o using (envelope_id)`;

/** SQL: it led to no complaint, or to one that the caller reads. */
const shown = (at: string) =>
  `not exists (select from request r where r.request_id = o.request_id and not ${isSeen('r', at)})`;

const needsAddress: readonly Role[] = ['agent', 'seat-supervisor', 'customer-specialist'];

function view(row: ViewRow, addressShown: boolean): Envelope {
  const { name, phone, email } = row.sender;
  return {
    id: row.envelope_id,
    channel: row.channel,
    status: row.status,
    source: row.source,
    receivedAt: row.received_at.toISOString(),
    storedAt: row.stored_at.toISOString(),
    from: addressShown ? { name, phone, email } : { name, phone: phone && maskedPhone(phone), email: null },
    subject: row.subject,
    text: row.text,
    quoted: row.quoted,
    transcribedBy: row.transcribed_by,
    attachments: row.attachments,
    call: row.call,
    found: row.found,
    needs: row.needs,
    dueAt: row.due_at.toISOString(),
    overdue: row.overdue,
    takenBy: row.taken_by,
    outcome: outcomeOf(row),
    settledBy: row.settled_by,
    settledAt: row.settled_at?.toISOString() ?? null,
    version: row.version,
  };
}

function outcomeOf({ outcome, request_id, number, reason, note }: ViewRow): Envelope['outcome'] {
  if (outcome === 'rejected') return reason && { type: outcome, reason, note };
  return outcome && request_id !== null && number !== null ? { type: outcome, requestId: request_id, number } : null;
}

/** For who works on it: with the sender's addresses. */
export async function envelopeOf(db: EntityManager, envelopeId: string): Promise<Envelope> {
  const [row] = await db.query<ViewRow[]>(`${viewSql} where e.envelope_id = $1`, [envelopeId]);
  if (!row) throw new NotFound();
  return view(row, true);
}

/** @throws {NotFound} also where it led to a complaint that is not for the caller to read */
export async function envelopeFor(db: EntityManager, envelopeId: string, caller: CallerIdentity): Promise<Envelope> {
  const [row] = await db.query<ViewRow[]>(`${viewSql} where e.envelope_id = $1 and ${shown('$2')}`, [
    envelopeId,
    complaintsSeenBy(caller),
  ]);
  if (!row) throw new NotFound();
  return view(row, needsAddress.includes(caller.role));
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

export async function pageOfEnvelopes(
  db: EntityManager,
  query: InputOf<typeof listEnvelopes>['query'],
  caller: CallerIdentity,
) {
  const values: unknown[] = [];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  const where: string[] = [shown(at(complaintsSeenBy(caller)))];
  if (query.status) where.push(`e.status = ${at(query.status)}`);
  if (query.channel) where.push(`e.channel = ${at(query.channel)}`);
  if (query.needs) where.push(`e.status = 'waiting' and e.needs = ${at(query.needs)}`);
  if (query.requestId) where.push(`o.request_id = ${at(query.requestId)}`);
  for (const word of query.q?.split(/\s+/u).filter(Boolean) ?? []) {
    const like = at(`%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`);
    where.push(`(e.text ilike ${like} or e.subject ilike ${like} or e.sender::text ilike ${like})`);
  }
  const after = decodeCursor(query.cursor, position);
  if (after) where.push(`(e.received_at, e.envelope_id) < (${at(after[0])}, ${at(after[1])})`);
  const rows = await db.query<ViewRow[]>(
    `${viewSql} where ${where.join(' and ')} order by e.received_at desc, e.envelope_id desc limit ${at(query.limit + 1)}`,
    values,
  );
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.received_at.toISOString(), row.envelope_id],
    itemOf: (row) => view(row, needsAddress.includes(caller.role)),
  });
}

/** The request that an envelope is to be joined to; a report that was joined itself stands for the request it joined. */
export async function joinTargetOf(tx: EntityManager, requestId: string): Promise<JoinTarget | null> {
  const [row] = await tx.query<{ number: string; customer_id: string | null }[]>(
    'select number, customer_id from request where request_id = $1',
    [requestId],
  );
  return row ? { number: row.number, customerId: row.customer_id } : null;
}
