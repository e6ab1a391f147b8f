import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailIdOf, numbersIn, requestOfMailId } from '@pledge/contracts';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { readFile } from 'node:fs/promises';
import { v7 as newId } from 'uuid';
import { attachmentsIn } from '../attachments/attachments.testbed.js';
import { envelopesIn } from '../envelopes/envelopes.commands.js';
import { balanceOf } from '../envelopes/balance.query.js';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { intakeMigrations } from '../migrations/index.js';
import { requestsIn } from '../requests/requests.commands.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { file, mail, multipart, parts, readerOfSources } from './mail.testbed.js';
import { Mails } from './mails.commands.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const mailbox = 'service@example.com';
const receivedAt = () => new Date(Date.now() - 60_000).toISOString();

const reader = readerOfSources();
afterAll(() => reader.onModuleDestroy());

let mails: Mails;
beforeEach(async () => {
  const source = db().dataSource;
  mails = new Mails(
    source,
    envelopesIn(source),
    await attachmentsIn(source),
    { ownAddresses: [mailbox], trustedServers: ['mx.example.com'] },
    reader,
  );
});
const take = (raw: string | Uint8Array) => mails.take(Buffer.from(raw), { mailbox, receivedAt: receivedAt() });
const taken = async (raw: string | Uint8Array) => envelopeOf(manager(), (await take(raw)).envelopeId);

async function contactOf(customerId: string, email: string) {
  await manager().query(
    `insert into contact_copy (contact_id, customer_id, name, phone, dialled, duty, initial_keys, email)
     values ($1, $2, '王敏', '', '', '', '', $3)`,
    [newId(), customerId, email],
  );
}
async function reporting(place: Parameters<typeof receiving>[0], more: Parameters<typeof receiving>[1]) {
  const cause = { by: 'person:agent-1', key: newId(), wantsView: true };
  const { view } = await requestsIn(db().dataSource, 'Asia/Shanghai').handle(...receiving(place, more), cause);
  return view.id;
}
/** An open request of a customer whose contact is `wangmin@hospital.example`. */
async function requestThere() {
  const place = await somewhere(manager());
  await contactOf(place.customerId, 'WangMin@hospital.example');
  const { view } = await requestsIn(db().dataSource, 'Asia/Shanghai').handle(...receiving(place), {
    by: 'person:agent-1',
    key: newId(),
    wantsView: true,
  });
  return { ...place, id: view.id, number: view.number };
}

describe('a request that came by mail', () => {
  it('tells which mail, so that what is sent about it answers that one', async () => {
    const place = await somewhere(manager());
    const { envelopeId } = await take(mail({ 'Message-ID': '<fault.1#a@hospital.example>' }));
    const requestId = await reporting(place, { envelopeId, channel: 'email' });
    const [fact] = await manager().query<{ data: { mailId?: string } }[]>(
      `select data from journal where type = 'intake.request-received.v1' and data ->> 'requestId' = $1`,
      [requestId],
    );
    expect(fact?.data.mailId).toBe('<fault.1#a@hospital.example>');
  });
});

describe('a mail', () => {
  it('is an envelope that waits to be sorted, with who writes and what they quote told apart', async () => {
    const { customerId } = await requestThere();
    const envelope = await taken(mail({ Date: 'yesterday, perhaps' }, '门禁坏了\r\n\r\n> 您好\r\n> 售后'));
    expect(envelope).toMatchObject({
      ...{ channel: 'email', status: 'waiting', needs: 'sorting', source: mailbox, subject: '门禁' },
      ...{ from: { name: '王敏', phone: null, email: 'wangmin@hospital.example' }, text: '门禁坏了' },
      ...{ quoted: '> 您好\n> 售后', found: { customerId, repliesTo: null, suspicion: null } },
    });
  });
  it('is one envelope however often it comes, and another under the same message id is another', async () => {
    const same = mail({ 'Message-ID': '<1@device>' }, '告警一');
    const [first, second] = [await take(same), await take(`Received: from elsewhere\r\n${same}`)];
    const third = await take(mail({ 'Message-ID': '<1@device>' }, '告警二'));
    expect([second.envelopeId === first.envelopeId, third.envelopeId === first.envelopeId]).toEqual([true, false]);
    await Promise.all(Array.from({ length: 10 }, () => take(same)));
    expect((await balanceOf(manager(), {})).total).toMatchObject({ in: 2, waiting: 2 });
  });
  it('about a fault waits for an agent, though its sender is known', async () => {
    const { number } = await requestThere();
    const { status, found } = await taken(mail({ Subject: `${number} again` }));
    expect([status, found.repliesTo]).toEqual(['waiting', null]);
  });
});

describe('an answer', () => {
  it.each(['References', 'In-Reply-To', 'Subject'])('of a contact is joined to its request, told by %s', async (by) => {
    const { id, number } = await requestThere();
    const ours = mailIdOf(newId(), id);
    const { envelopeId, joinedTo } = await take(mail({ [by]: by === 'Subject' ? `Re: [${number}] x` : ours }));
    expect(joinedTo).toBe(id);
    expect(await envelopeOf(manager(), envelopeId)).toMatchObject({
      outcome: { type: 'joined', requestId: id, number },
      settledBy: { personId: 'sender', name: '王敏' },
    });
    expect((await balanceOf(manager(), {})).difference).toBe(0);
  });
  it('to a letter as the messenger sends it is joined to the request that the letter is about', async () => {
    const sent = await readFile(`${import.meta.dirname}/../../../../packages/testing/letters/answer.eml`, 'utf8');
    const letter = (await reader.read(Buffer.from(sent.replaceAll('\n', '\r\n')))).mail;
    const place = await somewhere(manager());
    await contactOf(place.customerId, 'wangmin@hospital.example');
    const [, command] = receiving(place);
    const requestId = requestOfMailId(letter.messageId ?? '')!;
    const cause = { by: 'person:agent-1', key: newId() };
    await requestsIn(db().dataSource, 'Asia/Shanghai').handle(requestId, { ...command, requestId }, cause);
    const { joinedTo } = await take(
      mail({
        Subject: `Re: ${letter.subject ?? ''}`,
        'In-Reply-To': letter.messageId ?? '',
        References: [...letter.references, letter.messageId].join(' '),
      }),
    );
    expect([joinedTo, numbersIn(letter.subject ?? '')]).toEqual([requestId, ['FR-20261126-0001']]);
    expect((await taken(Buffer.from(sent))).found.suspicion).toBe('mail-loop');
  });
  it('to a report that was joined goes to the request that is worked on', async () => {
    const { customerId, siteId, id, number } = await requestThere();
    const twin = { twin: { decision: 'join' as const, requestId: id } };
    const joined = await reporting({ customerId, siteId, equipmentId: null }, twin);
    expect((await take(mail({ References: mailIdOf(newId(), joined) }))).joinedTo).toBe(id);
    const { found } = await taken(mail({ References: mailIdOf(newId(), joined) }, '另一封'));
    expect(found.repliesTo).toEqual({ id, number });
  });
  it('of a stranger to the customer is joined to nothing and shown nothing', async () => {
    const { id } = await requestThere();
    const other = await somewhere(manager());
    await contactOf(other.customerId, 'eve@other.example');
    for (const from of ['eve@other.example', 'mallory@nowhere.example']) {
      const { status, found } = await taken(mail({ From: from, References: `<r.${id}.${newId()}@pledge>` }));
      expect([status, found.repliesTo]).toEqual(['waiting', null]);
    }
  });
  it('that nobody wrote waits, with the suspicion', async () => {
    const { id, number } = await requestThere();
    const answer = { References: `<r.${id}.${newId()}@pledge>`, 'Auto-Submitted': 'auto-replied' };
    expect(await taken(mail(answer))).toMatchObject({
      status: 'waiting',
      found: { suspicion: 'auto-reply', repliesTo: { id, number } },
    });
  });
  it('whose sender our mail server found to be forged waits, with the suspicion', async () => {
    const { id, number } = await requestThere();
    const answer = { References: mailIdOf(newId(), id) };
    const from = (server: string) => ({ ...answer, 'Authentication-Results': `${server}; spf=fail; dmarc=fail` });
    expect(await taken(mail(from('mx.example.com')))).toMatchObject({
      status: 'waiting',
      found: { suspicion: 'forged-sender', repliesTo: { id, number } },
    });
    expect((await take(mail(from('mx.elsewhere.example')))).joinedTo).toBe(id);
  });
  it('to a request that is done waits for an agent', async () => {
    const { id, number } = await requestThere();
    await manager().query(`update request set status = 'resolved', resolved_at = now() where request_id = $1`, [id]);
    const { status, found } = await taken(mail({ Subject: `[${number}]` }));
    expect([status, found.repliesTo]).toEqual(['waiting', { id, number }]);
  });
  it('after a crash between storing and joining is joined when the mail is read again', async () => {
    const { id, number } = await requestThere();
    const raw = mail({ Subject: `[${number}]` });
    const envelopes = envelopesIn(db().dataSource);
    const cut = new Mails(
      db().dataSource,
      {
        handle: (envelopeId, command, cause) =>
          command.type === 'join' ? Promise.reject(new Error('killed')) : envelopes.handle(envelopeId, command, cause),
      },
      await attachmentsIn(db().dataSource),
      { ownAddresses: [mailbox], trustedServers: [] },
      reader,
    );
    await expect(cut.take(Buffer.from(raw), { mailbox, receivedAt: receivedAt() })).rejects.toThrow('killed');
    expect((await take(raw)).joinedTo).toBe(id);
    expect((await balanceOf(manager(), {})).total).toMatchObject({ in: 2, joined: 1, waiting: 0 });
  });
});

describe('files of a mail', () => {
  it('are in its envelope; those that are not taken are named with the reason', async () => {
    const program = Buffer.from('MZ\x90\0\x03\0\0\0');
    const large = Buffer.alloc(26 * 1024 * 1024, 'a');
    const body = parts(
      'Content-Type: text/plain; charset=gb18030\r\nContent-Transfer-Encoding: base64\r\n\r\nw8W9+w==',
      file('log.txt', Buffer.from('日志')),
      file('virus.jpg', program),
      file('large.txt', large),
    );
    const envelope = await taken(mail(multipart, body));
    expect(envelope.attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([['log.txt', 'text/plain']]);
    expect(envelope.text.split('\n')).toEqual([
      '门禁',
      expect.stringMatching(/^［virus\.jpg：不接受/u),
      expect.stringMatching(/^［large\.txt：文件过大/u),
    ]);
  });
});
