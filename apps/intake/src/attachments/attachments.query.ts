import type { CallerIdentity } from '@pledge/contracts';
import type { Attachment } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import { NotFound } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { complaintsSeenBy, isSeen } from '../requests/complaints-seen.js';

/** A link may be in many hands. */
const mostByLink = 20;

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

/** @throws {NotFound} also where it belongs to another customer, or to a complaint that is not for the caller to read */
export async function attachmentFor(
  db: EntityManager,
  attachmentId: string,
  caller: CallerIdentity,
): Promise<AttachmentRow> {
  const { personId, customerId } = caller;
  const [row] = await db.query<AttachmentRow[]>(
    `select a.* from attachment a where attachment_id = $1 and ($2::uuid is null or uploaded_by ->> 'personId' = $3 or exists (
       select 1 from envelope_outcome o join request r using (request_id)
       where o.envelope_id = a.envelope_id and r.customer_id = $2) or exists (
       select 1 from request r join conversation c using (request_id) where r.request_id = a.request_id and r.customer_id = $2
         and not c.said @> jsonb_build_array(jsonb_build_object('entryId', a.entry_id, 'type', 'note'))))
     and not exists (
       select 1 from request r where not ${isSeen('r', '$4')} and (r.request_id = a.request_id
         or r.request_id = (select o.request_id from envelope_outcome o where o.envelope_id = a.envelope_id)))`,
    [attachmentId, customerId, personId, complaintsSeenBy(caller)],
  );
  if (!row) throw new NotFound();
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
 * By the link of a request goes what came by it, and nothing else.
 * @throws {Refusal} `attachment-unknown` at its place in the body
 */
export async function mayAttachByLink(
  db: EntityManager,
  attachmentIds: readonly string[],
  requestId: string,
): Promise<void> {
  if (attachmentIds.length === 0) return;
  const rows = await db.query<{ id: string }[]>(
    'select attachment_id as id from attachment where attachment_id = any($1) and request_id = $2 and uploaded_by is null',
    [attachmentIds, requestId],
  );
  refuseMissing(attachmentIds, rows);
}

/** @throws {Refusal} `request-closed`, `too-many-files` */
export async function mayUploadByLink(db: EntityManager, requestId: string): Promise<void> {
  const [row] = await db.query<{ status: string; files: number }[]>(
    `select status, (select count(*)::int from attachment a where a.request_id = r.request_id and uploaded_by is null) as files
     from request r where request_id = $1`,
    [requestId],
  );
  if (row?.status === 'closed') throw new Refusal('request-closed', { status: 'closed' });
  if (row && row.files >= mostByLink) throw new Refusal('too-many-files', { most: mostByLink });
}

/**
 * Puts files into an envelope, each into one only, in the transaction that stores it.
 * @throws {Refusal} `attachment-unknown` at its place in the body
 */
export async function attach(tx: EntityManager, attachmentIds: readonly string[], envelopeId: string): Promise<void> {
  if (attachmentIds.length === 0) return;
  const rows = await tx.query<{ id: string }[]>(
    `with taken as (update attachment set envelope_id = $2 where attachment_id = any($1)
       and request_id is null and (envelope_id is null or envelope_id = $2) returning attachment_id) select attachment_id as id from taken`,
    [attachmentIds, envelopeId],
  );
  refuseMissing(attachmentIds, rows);
}

/**
 * Puts files to something that is said about a request, each to one only, in the transaction that keeps it.
 * @throws {Refusal} `attachment-unknown` at its place in the body
 */
export async function attachToEntry(
  tx: EntityManager,
  attachmentIds: readonly string[],
  { requestId, entryId }: { readonly requestId: string; readonly entryId: string },
): Promise<void> {
  if (attachmentIds.length === 0) return;
  const rows = await tx.query<{ id: string }[]>(
    `with taken as (update attachment set request_id = $2, entry_id = $3 where attachment_id = any($1)
       and envelope_id is null and entry_id is null and (request_id is null or request_id = $2)
       returning attachment_id) select attachment_id as id from taken`,
    [attachmentIds, requestId, entryId],
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

/** The files of what was said about a request after its report, by the entry they belong to. */
export async function attachmentsOfEntries(
  db: EntityManager,
  requestId: string,
): Promise<ReadonlyMap<string, Attachment[]>> {
  const rows = await db.query<(AttachmentRow & { entry_id: string })[]>(
    'select * from attachment where request_id = $1 and entry_id is not null order by stored_at, attachment_id',
    [requestId],
  );
  const files = Map.groupBy(rows, ({ entry_id: entryId }) => entryId);
  return new Map([...files].map(([entryId, of]) => [entryId, of.map(viewOf)]));
}
