import type { Person } from '@pledge/contracts';
import type { Attachment } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import { IdempotencyKeyReused, timers } from '@pledge/messaging';
import { SavedFile } from '@pledge/service-host';
import { fileTypeFromFile } from 'file-type';
import type { Readable } from 'node:stream';
import type { DataSource, EntityManager } from 'typeorm';
import type { AttachmentRow } from './attachments.query.js';
import { attachmentAt, viewOf } from './attachments.query.js';
import type { Folder, Landed } from './folder.store.js';
import type { Kind } from './kind.js';
import { kindOf, nameFor } from './kind.js';
import { previewOf } from './pictures.store.js';

export interface Upload {
  readonly attachmentId: string;
  /** As its sender calls it. */
  readonly name: string;
  readonly bytes: Readable;
  /** Null where it came with a mail or from a machine. */
  readonly uploadedBy: Person | null;
  /** The company of who uploaded it; null for our own people. */
  readonly customerId: string | null;
  /** The request by whose link it came; it goes with nothing else then. */
  readonly requestId?: string;
  /** What we know that it is; else it is told by its content. */
  readonly kind?: Kind;
}

export const clearingTimer = 'clear-files';
const looseDays = 30;
const batch = 500;

const previewName = (sha256: string) => `${sha256}.preview`;

/** The one door for files. The bytes are on the disk, under their hash, before the row says so; the same id twice is one file. */
export class Attachments {
  constructor(
    private readonly db: DataSource,
    private readonly folder: Folder,
  ) {}

  /** @throws {Refusal} where it is none that is taken @throws {IdempotencyKeyReused} where the id has other bytes */
  async store(upload: Upload): Promise<Attachment> {
    const landed = await this.folder.land(upload.bytes, upload.kind?.mostBytes);
    try {
      return await this.keep(upload, landed);
    } finally {
      await this.folder.discard(landed);
    }
  }

  private async keep(
    { attachmentId, name, uploadedBy, customerId, requestId, kind: known }: Upload,
    landed: Landed,
  ): Promise<Attachment> {
    const before = await attachmentAt(this.db.manager, attachmentId);
    if (before) return same(before, landed);
    const kind = known ?? kindOf((await fileTypeFromFile(landed.path))?.mime, landed.beginning);
    if (!kind) throw new Refusal('file-kind-not-allowed');
    const preview = kind.picture ? await previewOf(landed.path) : undefined;
    return this.db.transaction(async (tx) => {
      await lockBytes(tx, landed.sha256);
      if (preview) await this.folder.keepBytes(preview, previewName(landed.sha256));
      await this.folder.keep(landed, landed.sha256);
      await tx.query(
        `insert into attachment (attachment_id, name, media_type, size, sha256, has_preview, uploaded_by, customer_id, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (attachment_id) do nothing`,
        [
          attachmentId,
          nameFor(name, kind),
          kind.mediaType,
          landed.size,
          landed.sha256,
          preview !== undefined,
          uploadedBy && JSON.stringify(uploadedBy),
          customerId,
          requestId ?? null,
        ],
      );
      const row = await attachmentAt(tx, attachmentId);
      if (!row) throw new Error(`attachment ${attachmentId} was stored and is not there`);
      return same(row, landed);
    });
  }

  /** Lets go of what was uploaded and in 30 days put to nothing, and comes again: at once where there is more, else in a day. */
  async clearLoose(): Promise<void> {
    const gone = await this.db.query<{ sha256: string }[]>(
      `with loose as (
         delete from attachment where attachment_id in (
           select attachment_id from attachment
           where envelope_id is null and entry_id is null and stored_at < clock_timestamp() - interval '${String(looseDays)} days'
           order by stored_at limit ${String(batch)} for update skip locked)
         returning sha256)
       select sha256 from loose`,
    );
    for (const sha256 of new Set(gone.map((file) => file.sha256))) {
      await this.db.transaction(async (tx) => {
        await lockBytes(tx, sha256);
        if ((await tx.query<unknown[]>('select 1 from attachment where sha256 = $1 limit 1', [sha256])).length > 0)
          return;
        await this.folder.remove(sha256);
        await this.folder.remove(previewName(sha256));
      });
    }
    const again = Date.now() + (gone.length < batch ? 24 * 3_600_000 : 0);
    await timers.schedule(this.db.manager, { kind: clearingTimer, ref: 'all', dueAt: new Date(again).toISOString() });
  }

  /** Its bytes; those of its preview where it has one and that is wanted. */
  async open(row: AttachmentRow, preview: boolean): Promise<SavedFile> {
    const { name, media_type: mediaType, sha256, has_preview: hasPreview } = row;
    if (preview && hasPreview) {
      const { bytes, size } = await this.folder.read(previewName(sha256));
      return new SavedFile(bytes, { name: `${name}.preview.jpg`, mediaType: 'image/jpeg', size });
    }
    const { bytes, size } = await this.folder.read(sha256);
    return new SavedFile(bytes, { name, mediaType, size });
  }
}

/** Whoever keeps or clears the same bytes waits: those of a row are always there. */
const lockBytes = (tx: EntityManager, sha256: string) =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('file/' || $1, 0))`, [sha256]);

function same(row: AttachmentRow, { sha256 }: Landed): Attachment {
  if (row.sha256 !== sha256) throw new IdempotencyKeyReused();
  return viewOf(row);
}
