import type { Attachment } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { v5 as idOf } from 'uuid';
import type { Attachments } from '../attachments/attachments.commands.js';
import type { Contents } from '../envelopes/envelope.js';
import type { Envelopes } from '../envelopes/envelopes.commands.js';
import { intakeWords } from '../words.js';
import { oneLine } from './body.js';
import type { Mail } from './mail.js';
import { sourceKeyOf } from './mail.js';
import type { ReadMail } from './mail.parser.js';
import { readMail } from './mail.parser.js';
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
    private readonly ownAddresses: readonly string[],
  ) {}

  /** The same mail twice is one envelope, by whichever way it comes. */
  async take(raw: Uint8Array, { mailbox, receivedAt }: Delivery): Promise<Taken> {
    const read = await readMail(raw);
    const sourceKey = keyOf(read, raw);
    const envelopeId = idOf(`${mailbox}/${sourceKey}`, namespace);
    const { found, thread } = await this.findOut(read.mail, envelopeId);
    const { attachmentIds, notes } = await this.keepFiles(read, envelopeId);
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

  private async findOut(mail: Mail, envelopeId: string): Promise<{ found: Contents['found']; thread: Thread }> {
    const { email } = mail.from;
    const { customerId, customerName, othersWithinHour } = await senderAt(this.db.manager, email, envelopeId);
    const suspicion = suspicionOf(mail, { ownAddresses: this.ownAddresses, othersWithinHour });
    const named = requestsNamed(mail);
    const thread = threadOf(named, await candidatesOf(this.db.manager, named, email), suspicion);
    const nowhere = { siteId: null, equipmentId: null, equipmentName: null };
    return { found: { customerId, customerName, ...nowhere, repliesTo: thread.repliesTo, suspicion }, thread };
  }

  /** Files that are not taken are named in the text, with the reason. */
  private async keepFiles({ files, left }: ReadMail, envelopeId: string) {
    const kept: Attachment[] = [];
    const notes = left.map(({ name, reason }) => `［${name}${name === '' ? '' : '：'}${leftWords[reason]}］`);
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

const leftWords = {
  'too-long': '邮件过长，只保存了开头',
  'too-many': '附件过多，未保存',
  'too-deep': '邮件嵌套过深，只读取了标题',
  unreadable: '邮件无法读取',
} as const;

/** Its message id and what it says: a message id that a careless device gives to every mail loses none of them. */
function keyOf({ mail, files }: ReadMail, raw: Uint8Array): string {
  const hash = createHash('sha256');
  const { messageId, from, subject, text, quoted } = mail;
  if (messageId === null) hash.update(raw);
  else hash.update(JSON.stringify([from, subject, text, quoted]));
  for (const { name, content } of files) hash.update(name).update(content);
  return sourceKeyOf(messageId, hash.digest('hex').slice(0, 24));
}
