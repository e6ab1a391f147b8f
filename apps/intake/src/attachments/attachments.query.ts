import type { CallerIdentity } from '@pledge/contracts';
import type { Attachment } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import { Missing } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';

export interface AttachmentRow {
  readonly attachment_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha256: string;
  readonly has_preview: boolean;
}

export const viewOf = (row: AttachmentRow): Attachment => ({
  id: row.attachment_id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
  hasPreview: row.has_preview,
});

export async function attachmentAt(db: EntityManager, attachmentId: string): Promise<AttachmentRow | undefined> {
  const [row] = await db.query<AttachmentRow[]>('select * from attachment where attachment_id = $1', [attachmentId]);
  return row;
}

/** @throws {Missing} also where it belongs to another customer */
export async function attachmentFor(
  db: EntityManager,
  attachmentId: string,
  { personId, customerId }: CallerIdentity,
): Promise<AttachmentRow> {
  const [row] = await db.query<AttachmentRow[]>(
    `select a.* from attachment a where attachment_id = $1 and ($2::uuid is null or uploaded_by ->> 'personId' = $3 or exists (
       select 1 from envelope_outcome o join request r using (request_id)
       where o.envelope_id = a.envelope_id and r.customer_id = $2))`,
    [attachmentId, customerId, personId],
  );
  if (!row) throw new Missing();
  return row;
}

/**
 * Staff add what any of them uploaded, a customer's contact what they uploaded themselves.
 * @throws {Refusal} `attachment-unknown` at its place in the body
 */
export async function mayAttach(
  db: EntityManager,
  attachmentIds: readonly string[],
  caller: CallerIdentity | undefined,
): Promise<void> {
  if (attachmentIds.length === 0) return;
  const rows = caller
    ? await db.query<{ id: string }[]>(
        `select attachment_id as id from attachment where attachment_id = any($1) and uploaded_by is not null
         and (uploaded_by ->> 'personId' = $2 or ($3 and customer_id is null))`,
        [attachmentIds, caller.personId, caller.customerId === null],
      )
    : [];
  refuseMissing(attachmentIds, rows);
}

/**
 * Puts files into an envelope, each into one only, in the transaction that stores it.
 * @throws {Refusal} `attachment-unknown` at its place in the body
 */
export async function attach(tx: EntityManager, attachmentIds: readonly string[], envelopeId: string): Promise<void> {
  if (attachmentIds.length === 0) return;
  const rows = await tx.query<{ id: string }[]>(
    `with taken as (update attachment set envelope_id = $2 where attachment_id = any($1)
       and (envelope_id is null or envelope_id = $2) returning attachment_id) select attachment_id as id from taken`,
    [attachmentIds, envelopeId],
  );
  refuseMissing(attachmentIds, rows);
}

function refuseMissing(asked: readonly string[], rows: readonly { readonly id: string }[]): void {
  const there = new Set(rows.map(({ id }) => id));
  const place = asked.findIndex((id) => !there.has(id));
  if (place >= 0) throw new Refusal('attachment-unknown', {}, `/attachmentIds/${String(place)}`);
}

export async function attachmentsIn(db: EntityManager, envelopeId: string): Promise<Attachment[]> {
  const rows = await db.query<AttachmentRow[]>(
    'select * from attachment where envelope_id = $1 order by stored_at, attachment_id',
    [envelopeId],
  );
  return rows.map(viewOf);
}
