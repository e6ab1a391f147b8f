import type { Attachment } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { v5 as idOf } from 'uuid';
import type { Attachments } from '../attachments/attachments.commands.js';
import type { Kind } from '../attachments/kind.js';
import type { Contents } from '../envelopes/envelope.js';
import type { Envelopes } from '../envelopes/envelopes.commands.js';
import { intakeWords } from '../words.js';
import { oneLine } from './body.js';
import type { Mail } from './mail.js';
import type { ReadMail } from './mail.parser.js';
import { isWhole, mostMailBytes } from './mail.parser.js';
import type { MailReader } from './mail.reader.js';
import type { MailSettings } from './mailbox.settings.js';
import { candidatesOf, senderAt } from './mails.query.js';
import { suspicionOf } from './suspicion.js';
import type { Thread } from './thread.js';
import { requestsNamed, threadOf } from './thread.js';

const namespace = '4c8e2f5b-6a1d-5e0f-9b3c-7d2a1f0e8c6b';

/** How a mail came. */
export interface Delivery {
  /** The address it was sent to. */
  readonly mailbox: string;
  /** When its mailbox or gateway got it; the sender's own date is not believed. */
  readonly receivedAt: string;
}
export interface Taken {
  readonly envelopeId: string;
  readonly joinedTo: string | null;
}

/** The one door for mail, from the mailbox and the webhook alike: when it answers, the envelope is committed. */
export class Mails {
  constructor(
    private readonly db: DataSource,
    private readonly envelopes: Envelopes,
    private readonly attachments: Attachments,
    private readonly trust: Pick<MailSettings, 'ownAddresses' | 'trustedServers'>,
    private readonly reader: MailReader,
  ) {}

  /** The same mail twice is one envelope, by whichever way it comes. */
  async take(raw: Uint8Array, { mailbox, receivedAt }: Delivery): Promise<Taken> {
    const read = await this.reader.read(raw);
    const { sourceKey } = read;
    const envelopeId = idOf(`${mailbox}/${sourceKey}`, namespace);
    const { found, thread } = await this.findOut(read, envelopeId);
    const { attachmentIds, notes } = await this.keepFiles(read, raw, envelopeId);
    const { from, subject, text, quoted } = read.mail;
    const contents: Contents = {
      channel: 'email',
      source: mailbox,
      sourceKey,
      receivedAt,
      from: { name: from.name, phone: null, email: from.email },
      subject,
      text: [text, ...notes].join('\n').trim(),
      quoted,
      attachments: [],
      found,
    };
    const cause = { by: 'mail', key: envelopeId };
    await this.envelopes.handle(
      envelopeId,
      { type: 'store', envelopeId, contents, needs: 'sorting', attachmentIds },
      cause,
    );
    const { repliesTo, joins } = thread;
    if (!repliesTo || !joins) return { envelopeId, joinedTo: null };
    return { envelopeId, joinedTo: (await this.join(envelopeId, repliesTo.id, from)) ? repliesTo.id : null };
  }

  private async findOut(
    { mail, left }: ReadMail,
    envelopeId: string,
  ): Promise<{ found: Contents['found']; thread: Thread }> {
    const { email } = mail.from;
    const { customerId, customerName, othersWithinHour } = await senderAt(this.db.manager, email, envelopeId);
    const illegible = left.some(isWhole) ? 'illegible' : null;
    const suspicion = suspicionOf(mail, { ...this.trust, othersWithinHour }) ?? illegible;
    const named = requestsNamed(mail);
    const thread = threadOf(named, await candidatesOf(this.db.manager, named, email), suspicion);
    const nowhere = { siteId: null, equipmentId: null, equipmentName: null };
    return { found: { customerId, customerName, ...nowhere, repliesTo: thread.repliesTo, suspicion }, thread };
  }

  /** Files that are not taken are named in the text, with the reason; a mail that could not be read whole is kept as it came. */
  private async keepFiles({ files, left }: ReadMail, raw: Uint8Array, envelopeId: string) {
    const kept: Attachment[] = [];
    const notes = left.map(
      ({ name, reason }) => `［${name === '' ? leftWords[reason] : `${name}：${leftWords[reason]}`}］`,
    );
    if (left.length > 0) {
      const whole = { attachmentId: idOf(`${envelopeId}/raw`, namespace), name: rawName, kind: rawMail };
      const bytes = Readable.from([raw.length === 0 ? Buffer.from('\r\n') : raw.subarray(0, mostMailBytes)]);
      kept.push(await this.attachments.store({ ...whole, bytes, uploadedBy: null, customerId: null }));
      notes.push(`［${rawName}：原始邮件 · the mail as it came］`);
    }
    for (const [place, { name, content }] of files.entries()) {
      const attachmentId = idOf(`${envelopeId}/${String(place)}`, namespace);
      const upload = { attachmentId, name, bytes: Readable.from([content]), uploadedBy: null, customerId: null };
      try {
        kept.push(await this.attachments.store(upload));
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        const { code } = failure as Refusal;
        const words = (intakeWords as Record<string, { zh: string } | undefined>)[code];
        notes.push(`［${oneLine(name, 80)}：${words?.zh ?? code}］`);
      }
    }
    return { attachmentIds: kept.map(({ id }) => id), notes };
  }

  /** What a person decided meanwhile stands. */
  private async join(envelopeId: string, requestId: string, { name, email }: Mail['from']): Promise<boolean> {
    const by = { personId: 'sender', name: name ?? email ?? '' };
    try {
      await this.envelopes.handle(
        envelopeId,
        { type: 'join', envelopeId, requestId, by },
        { by: 'mail', key: `${envelopeId}/join` },
      );
      return true;
    } catch (failure) {
      if (failure instanceof Refusal) return false;
      throw failure;
    }
  }
}

const rawName = '原始邮件.eml';
const rawMail: Kind = { mediaType: 'message/rfc822', extensions: ['eml'], picture: false, mostBytes: mostMailBytes };

const leftWords = {
  'too-long': '邮件过长，只读取了开头 · too long: only its beginning was read',
  'too-many': '附件过多，未单独保存 · too many files',
  'too-deep': '邮件未能读取：嵌套过深 · could not be read: nested too deep',
  'too-slow': '邮件未能读取：耗时过长 · could not be read: it takes too long',
  'too-much': '邮件未能读取：占用内存过多 · could not be read: it takes too much memory',
  unreadable: '邮件未能读取：格式有误 · could not be read: it is no mail',
} as const;
