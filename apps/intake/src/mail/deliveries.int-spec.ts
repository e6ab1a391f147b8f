import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { attachmentsIn } from '../attachments/attachments.testbed.js';
import { envelopesIn } from '../envelopes/envelopes.commands.js';
import { balanceOf } from '../envelopes/balance.query.js';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { delivery, secret } from '../inbound/inbound.testbed.js';
import { intakeMigrations } from '../migrations/index.js';
import { MailDeliveries } from './deliveries.commands.js';
import { mail, readerOfSources } from './mail.testbed.js';
import { Mails } from './mails.commands.js';
import { MailsController } from './mails.controller.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const mailbox = 'service@example.com';
const reader = readerOfSources();
afterAll(() => reader.onModuleDestroy());

let mails: Mails;
let controller: MailsController;
beforeEach(async () => {
  const source = db().dataSource;
  mails = new Mails(
    source,
    envelopesIn(source),
    await attachmentsIn(source),
    { ownAddresses: [mailbox], trustedServers: [] },
    reader,
  );
  controller = new MailsController(new MailDeliveries(source, mails, mailbox), { secret });
});
const take = (raw: string, change: Parameters<typeof delivery>[1] = {}) =>
  Promise.resolve().then(() => controller.take(delivery(raw, change)));
const total = async () => (await balanceOf(manager(), {})).total;

describe('a mail that a gateway pushes', () => {
  it('is an envelope by the time that it is acknowledged, received when it was signed', async () => {
    const { envelopeId, joinedTo } = await take(mail({}, '门禁坏了'));
    const envelope = await envelopeOf(manager(), envelopeId);
    expect([joinedTo, envelope]).toMatchObject([null, { channel: 'email', source: mailbox, text: '门禁坏了' }]);
    expect(Math.abs(Date.parse(envelope.receivedAt) - Date.now())).toBeLessThan(60_000);
  });
  it('is one however often it is delivered, at once or later, and also where the mailbox has it', async () => {
    const raw = mail({});
    const answers = await Promise.all(Array.from({ length: 5 }, () => take(raw)));
    answers.push(await take(raw), await take(raw, { id: 'delivery-2' }));
    const { envelopeId } = await mails.take(Buffer.from(raw), { mailbox, receivedAt: new Date().toISOString() });
    expect(new Set(answers.map((answer) => answer.envelopeId))).toEqual(new Set([envelopeId]));
    expect(await total()).toMatchObject({ in: 1, waiting: 1 });
  });
  it('under the id of another delivery is refused, and not taken for it', async () => {
    await take(mail({}, '一'));
    await expect(take(mail({}, '二'))).rejects.toMatchObject({ name: 'IdempotencyKeyReused' });
    expect(await total()).toMatchObject({ in: 1 });
  });
  it('that is not signed, or is none, leaves nothing', async () => {
    await expect(take(mail({}), { sent: mail({}) })).rejects.toMatchObject({ code: 'signature-wrong' });
    await expect(take('')).rejects.toMatchObject({ code: 'mail-empty', pointer: '' });
    expect(await total()).toMatchObject({ in: 0 });
  });
  it('that was stored before its gateway heard so is answered as the first time', async () => {
    const raw = mail({});
    const first = await take(raw);
    await reader.onModuleDestroy();
    const silent = { read: () => Promise.reject(new Error('is not read again')) } as unknown as typeof reader;
    const source = db().dataSource;
    const again = new Mails(
      source,
      envelopesIn(source),
      await attachmentsIn(source),
      { ownAddresses: [mailbox], trustedServers: [] },
      silent,
    );
    controller = new MailsController(new MailDeliveries(source, again, mailbox), { secret });
    expect(await take(raw)).toEqual(first);
  });
});
