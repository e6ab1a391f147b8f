import { randomUUID } from 'node:crypto';
import type { Equipment, Receipt } from '@pledge/contracts/http';
import { getBalance, listEnvelopes, reportRequest } from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import { reportOn } from '../main-job.js';
import type { People } from '../person.js';
import type { MailStack } from './mail-stack.js';
import { hotline } from './mail-stack.js';

const patience = { within: 60_000 };

/** A mail that somebody sent to the hotline, known by a word that no other has. */
export interface Sent {
  readonly word: string;
  readonly from: string;
}

/** What users write to the hotline and hear from it, and what becomes of it. */
export class Correspondence {
  readonly reports: { readonly from: string; readonly requestId: string }[] = [];
  readonly sent: Sent[] = [];

  constructor(
    readonly at: MailStack,
    private readonly people: People,
  ) {}

  /** Over SMTP. */
  async write(from: string, subject: string): Promise<Sent> {
    const word = randomUUID().slice(0, 8);
    const encoded = `=?UTF-8?B?${Buffer.from(`${subject} ${word}`).toString('base64')}?=`;
    const mail = [
      `From: 王敏 <${from}>`,
      `To: ${hotline}`,
      `Subject: ${encoded}`,
      `Message-ID: <${word}@hospital.example>`,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(`主机反复重启，读卡无响应 ${word}`).toString('base64'),
      '',
    ];
    await this.at.post.send(from, hotline, mail.join('\r\n'));
    const sent = { word, from };
    this.sent.push(sent);
    return sent;
  }

  /** An agent types a fault in, as told by somebody with an address; a fault of its own. */
  async report(device: Equipment, from: string, envelopeId?: string): Promise<Receipt> {
    const { call } = await this.people.as('agent');
    const { receivedAt, ...fault } = reportOn(device);
    const came = envelopeId === undefined ? { receivedAt } : ({ channel: 'email', envelopeId } as const);
    const receipt = await call(reportRequest, {
      body: {
        ...{ ...fault, ...came },
        reportedBy: { name: '王敏', email: from },
        twin: { decision: 'separate', reason: '另一处故障' },
      },
    });
    this.reports.push({ from, requestId: receipt.id });
    return receipt;
  }

  /** The one envelope of a mail. */
  async envelopeOf({ word }: Sent) {
    const { call } = await this.people.as('agent');
    const { items } = await call(listEnvelopes, { query: { q: word, limit: 50 } });
    if (items.length > 1) throw new Error(`${String(items.length)} envelopes for one mail`);
    return items[0];
  }

  /** Until every mail that was ever sent is in the books, and marked as seen. */
  read(): Promise<unknown> {
    return eventually(async () => {
      const { seen, unseen } = await this.at.imap.counts();
      return seen === this.sent.length && unseen === 0 && this.balanced();
    }, patience);
  }

  private async balanced(): Promise<boolean> {
    const { call } = await this.people.as('agent');
    const { channels, difference } = await call(getBalance);
    if (difference !== 0) throw new Error(`the books differ by ${String(difference)}`);
    return channels.find(({ channel }) => channel === 'email')?.in === this.sent.length;
  }

  /** Until somebody has a letter from the hotline. */
  acknowledged(address: string): Promise<unknown> {
    return eventually(() => this.at.post.lettersTo(address).length > 0, patience);
  }
}
