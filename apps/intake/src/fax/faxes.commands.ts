import type { InputOf, ReplyOf, takeFax } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import { fileTypeFromBuffer } from 'file-type';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { v5 as idOf } from 'uuid';
import type { Attachments } from '../attachments/attachments.commands.js';
import { callingFrom } from '../callers/calling.query.js';
import type { Contents } from '../envelopes/envelope.js';
import type { Envelopes } from '../envelopes/envelopes.commands.js';

type Told = InputOf<typeof takeFax>['body'];

const namespace = '7d1c3c55-0f0b-5f6e-8a1e-52a7b0c9e4d1';
/** Clocks of gateways are not ours. */
const toleranceMs = 2 * 60_000;
const taken = ['application/pdf', 'image/tiff', 'image/png'];

/** The one door for faxes: each is one envelope that waits to be transcribed; when it answers, the envelope is committed. */
export class Faxes {
  constructor(
    private readonly db: DataSource,
    private readonly envelopes: Envelopes,
    private readonly attachments: Attachments,
  ) {}

  /** The same fax twice is one envelope. @throws {Refusal} naming the field @throws {IdempotencyKeyReused} where its pages are others */
  async take({ faxId, line, from, receivedAt, pages }: Told): Promise<ReplyOf<typeof takeFax>> {
    if (Date.parse(receivedAt) > Date.now() + toleranceMs) throw new Refusal('received-in-future', {}, '/receivedAt');
    const bytes = await pagesIn(pages);
    const envelopeId = idOf(`${line}/${faxId}`, namespace);
    const { id: attachmentId } = await this.keep(bytes, idOf(`${envelopeId}/pages`, namespace), faxId);
    const { phone, found } = await callingFrom(this.db.manager, from);
    const contents: Contents = {
      channel: 'fax',
      source: line,
      sourceKey: faxId,
      receivedAt: new Date(Math.min(Date.parse(receivedAt), Date.now())).toISOString(),
      from: { name: null, phone, email: null },
      subject: null,
      text: '',
      attachments: [],
      found,
    };
    const cause = { by: 'fax', key: envelopeId };
    const command = {
      type: 'store',
      envelopeId,
      contents,
      needs: 'transcription',
      attachmentIds: [attachmentId],
    } as const;
    await this.envelopes.handle(envelopeId, command, cause);
    return { envelopeId };
  }

  private async keep(bytes: Buffer, attachmentId: string, faxId: string) {
    const upload = {
      attachmentId,
      name: `传真 ${faxId}`,
      bytes: Readable.from([bytes]),
      uploadedBy: null,
      customerId: null,
    };
    try {
      return await this.attachments.store(upload);
    } catch (failure) {
      if (failure instanceof Refusal) throw new Refusal(failure.code, failure.facts, '/pages');
      throw failure;
    }
  }
}

/** @throws {Refusal} where they are no file, or none of pages */
async function pagesIn(told: string): Promise<Buffer> {
  const bytes = Buffer.from(told, 'base64');
  // What is no base64 is left out when it is read.
  if (bytes.length === 0 || Math.ceil(bytes.length / 3) * 4 !== told.length) {
    throw new Refusal('pages-unreadable', {}, '/pages');
  }
  const kind = await fileTypeFromBuffer(bytes);
  if (kind === undefined || !taken.includes(kind.mime)) throw new Refusal('pages-kind-not-allowed', {}, '/pages');
  return bytes;
}
