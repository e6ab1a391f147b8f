import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { attachmentsIn } from '../attachments/attachments.testbed.js';
import { attachmentAt } from '../attachments/attachments.query.js';
import { envelopesIn } from '../envelopes/envelopes.commands.js';
import { balanceOf } from '../envelopes/balance.query.js';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { intakeMigrations } from '../migrations/index.js';
import { mostMailBytes } from './mail.parser.js';
import type { MailReader } from './mail.reader.js';
import { file, mail, multipart, parts, readerOfSources } from './mail.testbed.js';
import { Mails } from './mails.commands.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const mailbox = 'service@example.com';
const patient = readerOfSources();
afterAll(() => patient.onModuleDestroy());

let attachments: Awaited<ReturnType<typeof attachmentsIn>>;
beforeEach(async () => {
  attachments = await attachmentsIn(db().dataSource);
});
const taken = async (raw: string | Uint8Array, reader: MailReader = patient) => {
  const source = db().dataSource;
  const mails = new Mails(
    source,
    envelopesIn(source),
    attachments,
    { ownAddresses: [mailbox], trustedServers: [] },
    reader,
  );
  const receivedAt = new Date(Date.now() - 60_000).toISOString();
  const { envelopeId } = await mails.take(Buffer.from(raw), { mailbox, receivedAt });
  return envelopeOf(manager(), envelopeId);
};
/** The bytes of an attachment as they are handed out. */
const bytesOf = async (id: string) => {
  const row = await attachmentAt(manager(), id);
  const { bytes } = await attachments.open(row!, false);
  return Buffer.concat((await bytes.toArray()) as Buffer[]);
};

describe('hostile and careless mail', () => {
  it.each([
    ['nothing', ''],
    ['bytes at random', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256))],
    ['a thousand parts in one another', nested(1000)],
    ['mails in mails', mailsInMails(60)],
    ['ten thousand headers', `${'X-A: b\r\n'.repeat(10_000)}\r\ntext`],
    ['a header of a megabyte', `Subject: ${'a'.repeat(1_000_000)}\r\n\r\ntext`],
    [
      'ten thousand parts',
      mail(multipart, parts(...Array.from({ length: 10_000 }, () => file('a.txt', Buffer.from('a'))))),
    ],
    ['tags in one another', mail({ 'Content-Type': 'text/html' }, '<div>'.repeat(200_000))],
    ['a NUL in every field', mail({ From: '\0 <a\0@b.example>', Subject: 'a\0b' }, 'a\0b')],
    ['a charset nobody knows', mail({ 'Content-Type': 'text/plain; charset=klingon' }, 'text')],
    ['no end of its boundary', mail(multipart, '--x\r\n\r\ntext')],
    ['many ids', mail({ References: '<a@b.example> '.repeat(5_000) })],
    ['more than is read', Buffer.concat([Buffer.from(mail({})), Buffer.alloc(mostMailBytes, 'a\n')])],
  ])('of %s is taken, and waits for a person', async (_, raw) => {
    const envelope = await taken(raw);
    expect([envelope.status, envelope.needs]).toEqual(['waiting', 'sorting']);
    expect(envelope.text).not.toContain('\0');
  });
  const tooDeep = expect.stringContaining('嵌套过深 · could not be read: nested too deep');
  it('of more parts in one another than anybody sends is kept as it came, and says why it could not be read', async () => {
    const raw = nested(1000);
    const { found, text, subject, attachments: kept } = await taken(raw);
    expect([found.suspicion, text, subject]).toEqual(['illegible', tooDeep, 'nested']);
    expect(kept).toMatchObject([{ name: '原始邮件.eml', mediaType: 'message/rfc822' }]);
    expect((await bytesOf(kept[0]!.id)).equals(Buffer.from(raw))).toBe(true);
  });
  it('in a mail in a mail, and so on, is kept as it came where it is not read further', async () => {
    const raw = mailsInMails(200);
    const { found, text, attachments: kept } = await taken(raw);
    expect([found.suspicion, text]).toEqual([null, tooDeep]);
    const { id } = kept.find(({ name }) => name === '原始邮件.eml')!;
    expect((await bytesOf(id)).equals(Buffer.from(raw))).toBe(true);
  });
  it('that takes too long, or too much, ends the thread and not the service, and loses nothing', async () => {
    const slow = 'Content-Type: text/html\r\nSubject: slow\r\n\r\n' + '<b>'.repeat(60_000);
    for (const [limits, raw, why] of [
      [{ mostMs: 20 }, slow, '耗时过长'],
      [{ mostMegabytes: 12 }, slow.replace('slow', 'much'), '占用内存过多'],
    ] as const) {
      const strict = readerOfSources(limits);
      const { found, text, attachments: kept } = await taken(raw, strict);
      expect([found.suspicion, text]).toEqual(['illegible', expect.stringContaining(why)]);
      expect((await bytesOf(kept[0]!.id)).equals(Buffer.from(raw))).toBe(true);
      await strict.onModuleDestroy();
    }
    expect((await taken(mail({}, '下一封'))).text).toBe('下一封');
    expect((await balanceOf(manager(), {})).total).toMatchObject({ in: 3, waiting: 3 });
  });
  it('of more than is read keeps as much as the mailbox hands out', async () => {
    const raw = Buffer.concat([
      Buffer.from(mail(multipart, '--x\r\n\r\n门禁坏了\r\n--x\r\n')),
      Buffer.alloc(100 * 1024 * 1024, 'YWJj'),
    ]);
    const { text, attachments: kept } = await taken(raw);
    expect(text).toContain('门禁坏了');
    expect(text).toContain('only its beginning was read');
    expect(kept.map(({ name, size }) => [name, size])).toEqual([['原始邮件.eml', mostMailBytes]]);
  });
  it('leaves the service free to answer while it is read', async () => {
    const reader = readerOfSources();
    await reader.read(Buffer.from(mail({})));
    const health = createServer((_asked, answer) => answer.end('alive')).listen(0, '127.0.0.1');
    await new Promise((listening) => health.once('listening', listening));
    const order: string[] = [];
    const hostile = 'Content-Type: text/html\r\n\r\n' + '<b>'.repeat(60_000);
    const reading = reader.read(Buffer.from(hostile)).then(() => order.push('read'));
    for (let asked = 0; asked < 3; asked += 1) {
      const answer = await fetch(`http://127.0.0.1:${String((health.address() as AddressInfo).port)}/health`);
      order.push(await answer.text());
    }
    await reading;
    expect(order).toEqual(['alive', 'alive', 'alive', 'read']);
    await reader.onModuleDestroy();
    await new Promise((closed) => health.close(closed));
  });
  it('with a file that unfolds to a gigabyte is taken without unfolding it', async () => {
    const bomb = zipOf('word/document.xml', Buffer.alloc(200 * 1024 * 1024));
    const {
      status,
      text,
      attachments: kept,
    } = await taken(mail(multipart, parts('\r\n见附件', file('清单.docx', bomb))));
    expect(status).toBe('waiting');
    expect(`${text} ${kept.map(({ name }) => name).join()}`).toContain('清单');
    for (const { size } of kept) expect(size).toBeLessThanOrEqual(bomb.length);
  });
  it('of dates and hours that are none is received when its mailbox got it', async () => {
    for (const date of ['yesterday, perhaps', 'Mon, 99 Foo 2026 99:99:99 +9999', '\0', '1'.repeat(10_000)]) {
      const { receivedAt } = await taken(mail({ Date: date }));
      expect(Date.parse(receivedAt)).toBeLessThanOrEqual(Date.now());
    }
  });
  it('in charsets that are broken, or lie, becomes text that can be kept', async () => {
    for (const charset of ['gb2312', 'utf-16', 'iso-2022-jp', 'x-unknown', '"', 'utf-8']) {
      const bytes = Buffer.concat([
        Buffer.from(mail({ 'Content-Type': `text/plain; charset=${charset}` }, 'x')),
        Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0xc3, 0x28, 0x1b, 0x24]),
      ]);
      const { text } = await taken(bytes);
      expect([text.isWellFormed(), /(?![\t\n])\p{Cc}/u.test(text)]).toEqual([true, false]);
    }
  });
  it('of HTML becomes text without markup', async () => {
    const html = `<html><head><style>p{}</style><script>alert(1)</script></head><body onload="x()"><p>门禁&nbsp;<b>坏了</b></p>
      <img src="https://track.example/x"><a href="javascript:alert(1)">点这里</a><iframe src="x"></iframe></body></html>`;
    const { text } = await taken(mail({ 'Content-Type': 'text/html; charset=utf-8' }, html));
    expect(text).toBe('门禁 坏了\n\n点这里');
  });
  it('keeps forty thousand Chinese characters, emoji, rare characters, and right-to-left script without its tricks', async () => {
    const long = '门禁😀𠮷'.repeat(10_000);
    expect((await taken(mail({}, long))).text).toBe(long);
    const { text, subject } = await taken(
      mail({ Subject: `=?UTF-8?B?${Buffer.from('x\u202Egpj.exe').toString('base64')}?=` }, '\u200Fשלום\u202E\u2066'),
    );
    expect([text, subject]).toEqual(['\u200Fשלום', 'xgpj.exe']);
  });
});

/** A zip archive of one file that is compressed as well as can be. */
function zipOf(name: string, content: Buffer): Buffer {
  const [packed, title] = [deflateRawSync(content, { level: 9 }), Buffer.from(name)];
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(content.length, 8);
  const [local, central, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  local.write('PK\u0003\u0004', 'latin1');
  local.writeUInt16LE(8, 8);
  sizes.copy(local, 14);
  local.writeUInt16LE(title.length, 26);
  central.write('PK\u0001\u0002', 'latin1');
  central.writeUInt16LE(8, 10);
  sizes.copy(central, 16);
  central.writeUInt16LE(title.length, 28);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, central, title, end]);
}
function nested(depth: number): string {
  let body = 'Content-Type: text/plain\r\n\r\ntext';
  for (let level = depth; level > 0; level -= 1) {
    body = `Content-Type: multipart/mixed; boundary=b${String(level)}\r\n\r\n--b${String(level)}\r\n${body}\r\n--b${String(level)}--`;
  }
  return `From: a@b.example\r\nSubject: nested\r\n${body}\r\n`;
}
function mailsInMails(depth: number): string {
  let body = 'Subject: innermost\r\n\r\ntext';
  for (let level = 0; level < depth; level += 1) body = `Content-Type: message/rfc822\r\n\r\n${body}`;
  return `From: a@b.example\r\nSubject: nested\r\n${body}\r\n`;
}
