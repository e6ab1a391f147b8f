import type { Channel, Person, Reporter } from '@pledge/contracts';
import { Refusal } from '@pledge/kernel';
import type { EntityManager } from 'typeorm';
import { messageIdIn } from '../mail/mail.js';
import { dueAtOf } from './envelope.js';
import { saidIn } from './said.js';

/** What a report came in, as the books have it before the report is decided on. */
export interface Arrival {
  readonly receivedAt: string;
  /** `Message-ID` of the mail that it is. */
  readonly mailId: string | undefined;
}

/**
 * The envelope that a report says it came in, under the report's lock; null where the report is its own envelope.
 * @throws {Refusal} `envelope-unknown`, `envelope-settled` at `/envelopeId`
 */
export async function arrivalOf(tx: EntityManager, envelopeId: string | undefined): Promise<Arrival | null> {
  if (envelopeId === undefined) return null;
  const [row] = await tx.query<{ status: string; channel: Channel; received_at: Date; source_key: string | null }[]>(
    'select status, channel, received_at, source_key from envelope where envelope_id = $1 for update',
    [envelopeId],
  );
  if (!row) throw new Refusal('envelope-unknown', {}, '/envelopeId');
  if (row.status === 'settled') throw new Refusal('envelope-settled', { status: row.status }, '/envelopeId');
  const mailId = row.channel === 'email' ? messageIdIn(row.source_key ?? '') : undefined;
  return { receivedAt: row.received_at.toISOString(), mailId };
}

/** What the books of what came in say of a report. */
export interface Accounted {
  readonly requestId: string;
  readonly number: string;
  readonly envelopeId?: string | undefined;
  readonly joinedTo?: { readonly requestId: string; readonly number: string };
  readonly channel: Channel;
  readonly receivedAt: string;
  readonly recordedAt: string;
  readonly reportedBy: Reporter;
  readonly recordedBy?: Person | null | undefined;
  readonly subject?: string | null;
  readonly description: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly siteId: string | null;
  readonly equipmentId: string | null;
  readonly equipmentName: string | null;
}

/**
 * Writes a report into the books of what came in, with its one outcome: to be put behind the `with` of the statement that writes the
 * report, so that both cost one round trip. An envelope that waits gets its outcome, a report without one is its own envelope; a second
 * outcome is refused by the database.
 * @param from the number of the first of its parameters, which are `accountedValues`
 */
export function accountedAt(from: number): string {
  const at = (place: number) => `$${String(from + place)}`;
  return `
arrived as (
  insert into envelope (envelope_id, channel, source, status, received_at, stored_at, due_at, sender, text, found, attachments, version)
  values (${at(0)}, ${at(1)}, 'report', 'settled', ${at(2)}, ${at(3)}, ${at(4)}, ${at(5)}, ${at(6)}, ${at(7)}, (
    -- Files are put into the envelope before it is accounted for.
    select coalesce(jsonb_agg(jsonb_build_object('id', attachment_id, 'name', name, 'mediaType', media_type, 'size', size,
      'sha256', sha256, 'hasPreview', has_preview) order by stored_at, attachment_id), '[]')
    from attachment where envelope_id = ${at(0)}), 1)
  on conflict (envelope_id) do update set status = 'settled', attachments = excluded.attachments, needs = null, version = envelope.version + 1
), accounted as (
  insert into envelope_outcome (envelope_id, type, request_id, number, settled_by, settled_at)
  values (${at(0)}, ${at(8)}, ${at(9)}, ${at(10)}, ${at(11)}, ${at(3)})
)`;
}

export function accountedValues(report: Accounted): readonly unknown[] {
  const { requestId, envelopeId = requestId, joinedTo, reportedBy, recordedBy, subject, description } = report;
  const { customerId, customerName, siteId, equipmentId, equipmentName } = report;
  const { name, phone, email } = reportedBy;
  const found = { customerId, customerName, siteId, equipmentId, equipmentName, repliesTo: null, suspicion: null };
  return [
    envelopeId,
    report.channel,
    report.receivedAt,
    report.recordedAt,
    dueAtOf(report.receivedAt),
    JSON.stringify({ name, phone, email }),
    saidIn(subject, description),
    JSON.stringify(found),
    joinedTo ? 'joined' : 'new-request',
    joinedTo?.requestId ?? requestId,
    joinedTo?.number ?? report.number,
    JSON.stringify(recordedBy ?? { personId: 'reporter', name }),
  ];
}

/** A report that was joined is a request of its own after all: its envelope still has one outcome, under the name of who took it apart. */
export async function accountAgain(
  tx: EntityManager,
  envelopeId: string,
  { requestId, number, by, undoneAt }: { requestId: string; number: string; by: Person; undoneAt: string },
): Promise<void> {
  await tx.query(
    `update envelope_outcome set type = 'new-request', request_id = $2, number = $3, settled_by = $4, settled_at = $5
     where envelope_id = $1 and type = 'joined'`,
    [envelopeId, requestId, number, JSON.stringify(by), undoneAt],
  );
}
