import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { numbersIn, requestOfMailId } from '@pledge/contracts';
import { RecordTimers } from '@pledge/application';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import type { DataSource } from 'typeorm';
import { notifierMigrations } from '../migrations/index.js';
import type { Messages } from '../messages/messages.module.js';
import { messages as kind, sendingTimer } from '../messages/messages.module.js';
import { Telling } from '../messages/telling.service.js';
import { MailServer } from './mail-server.testbed.js';
import { sendingBy } from './sending.timers.js';
import { smtpChannel } from './smtp.channel.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...notifierMigrations] });
const db = () => fresh().dataSource;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const server = new MailServer();
const running: RecordTimers[] = [];
const messagesIn = (source: DataSource): Messages => commandsOf(source, kind, 'Asia/Shanghai');
const telling = () => new Telling(messagesIn(db()), true);

beforeEach(async () => {
  await server.start();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((timers) => timers.onModuleDestroy()));
  await server.stop();
  server.received.length = 0;
  server.tried = 0;
  server.refusal = undefined;
  server.hangsUpAfterLetter = false;
});

const start = (source: DataSource = db(), attempts = 3, firstRetryMs = 20) => {
  const sending = sendingBy({
    db: source,
    messages: messagesIn(source),
    channel: smtpChannel({ url: `smtp://127.0.0.1:${server.port}`, from: '售后服务部 <service@example.com>' }),
    patience: { attempts, firstRetryMs },
    logger: quiet,
  });
  const timers = new RecordTimers(source, quiet);
  timers.add(sendingTimer, sending);
  timers.onApplicationBootstrap();
  running.push(timers);
};
const wording = {
  template: 'order-assigned',
  subject: '新派工单 DO-1 · New order',
  text: '请尽快接单。\nPlease accept.',
};
const headerOf = (name: string) => {
  const unfolded = server.received[0]?.data.replaceAll(/\r\n[ \t]+/gu, ' ') ?? '';
  return new RegExp(`^${name}: (.*)$`, 'mu').exec(unfolded)?.[1]?.trim();
};
/** Encoded words (RFC 2047), of which a long subject has several. */
const decoded = (header: string) =>
  header.replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?= ?/gu, (_, kind: string, told: string) =>
    kind === 'B'
      ? Buffer.from(told, 'base64').toString()
      : decodeURIComponent(told.replaceAll('_', ' ').replaceAll('%', '%25').replaceAll('=', '%')),
  );
const tell = async (email: string | null = 'zhang@example.com', eventId = randomUUID()) => {
  const to = { name: '张伟国', phone: '13800020001', email };
  const addressee = { audience: 'engineer', key: 'zhang', requestId: randomUUID(), requestNumber: 'FR-1', to } as const;
  await telling().tell(eventId, addressee, wording, { by: 'reaction:test', key: eventId });
};
const rows = () =>
  db().query<{ message_id: string; status: string; attempts: number; last_error: string | null }[]>(
    `select message_id, status, (record ->> 'attempts')::int as attempts, record ->> 'lastError' as last_error from message`,
  );
const settled = (status: string) =>
  eventually(async () => {
    const [row] = await rows();
    return row?.status === status ? row : undefined;
  });
const timersLeft = () => db().query<unknown[]>('select 1 from timer where fired_at is null');

describe('a message to somebody with an e-mail address', () => {
  it('is sent once, although two replicas watch', async () => {
    const other = await fresh().again();
    start();
    start(other);
    for (let count = 0; count < 5; count += 1) await tell();
    await eventually(async () => (await rows()).every(({ status }) => status === 'sent'));
    expect(await timersLeft()).toEqual([]);
    expect(server.received.map(({ from, to }) => ({ from, to }))).toEqual(
      Array.from({ length: 5 }, () => ({ from: 'service@example.com', to: 'zhang@example.com' })),
    );
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1]);
  });

  it('says in Chinese and English what was recorded, under the id of the message', async () => {
    start();
    await tell();
    const { message_id } = await settled('sent');
    const [head = '', body = ''] = server.received[0]?.data.split('\r\n\r\n') ?? [];
    expect(headerOf('Message-ID')).toMatch(new RegExp(`^<r\\.[0-9a-f-]{36}\\.${message_id}@pledge>$`, 'u'));
    expect(head).toMatch(/^Subject: =\?UTF-8\?/mu);
    expect(head).toContain('<service@example.com>');
    const plain = /base64/u.test(head)
      ? Buffer.from(body, 'base64').toString()
      : Buffer.from(
          body
            .replaceAll(/=\r\n/gu, '')
            .replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString();
    expect(plain.replaceAll('\r\n', '\n').trim()).toBe(wording.text);
  });

  it('is given up where the server refuses, after as many attempts as allowed, with its words', async () => {
    server.refusal = '550 5.1.1 no such mailbox';
    start();
    await tell();
    const row = await settled('failed');
    expect(row.attempts).toBe(3);
    expect(row.last_error).toContain('550');
    expect(server.tried).toBe(3);
    expect(server.received).toEqual([]);
    expect(await timersLeft()).toEqual([]);
  });

  it('is sent later where the server is away', async () => {
    await server.stop();
    start(db(), 20, 20);
    await tell();
    await eventually(async () => ((await rows())[0]?.attempts ?? 0) >= 2);
    expect(server.received).toEqual([]);
    await server.start();
    const row = await settled('sent');
    expect(row.attempts).toBeGreaterThanOrEqual(2);
    expect(row.last_error).toContain('ECONNREFUSED');
    expect(server.received).toHaveLength(1);
  });

  it('goes out under the same id again where the server took it and hung up: nobody can know that it did', async () => {
    server.hangsUpAfterLetter = true;
    start(db(), 20, 20);
    await tell();
    await eventually(() => server.received.length >= 1);
    server.hangsUpAfterLetter = false;
    await settled('sent');
    const ids = server.received.map(({ data }) => /^Message-ID: (.*)$/mu.exec(data)?.[1]);
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('is sent after a crash in the middle of an attempt, once its time is over', async () => {
    await tell();
    const [row] = await rows();
    const messages = messagesIn(db());
    const patience = { attempts: 3, firstRetryMs: 20 };
    await messages.handle(row?.message_id ?? '', { type: 'begin', patience }, { by: 'timer:gone', key: 'gone' });
    start();
    await eventually(async () => {
      const [timer] = await db().query<{ last_error: string | null }[]>('select last_error from timer');
      return timer?.last_error?.includes('attempt-under-way');
    });
    expect(server.tried).toBe(0);
    const past = JSON.stringify(new Date(Date.now() - 60_000).toISOString());
    await db().query(`update message set record = jsonb_set(record, '{dueAt}', $1)`, [past]);
    const sent = await settled('sent');
    expect(sent.attempts).toBe(2);
    expect(server.received).toHaveLength(1);
  });
});

describe('a message to who wrote by mail', () => {
  const requestId = randomUUID();
  const mailId = `<${'long'.repeat(30)}.1@hospital.example>`;
  const writing = (template: string) => {
    const to = { name: '王敏', phone: null, email: 'wangmin@hospital.example' };
    const about = { requestId, requestNumber: 'FR-20261126-0001', inReplyTo: mailId };
    const said = { template, subject: '答复 FR-20261126-0001 · Our answer', text: '已修复' };
    const eventId = randomUUID();
    const cause = { by: 'reaction:test', key: eventId };
    return telling().tell(eventId, { audience: 'reporter', key: 'wang', to, ...about }, said, cause);
  };

  it('answers that mail, and names its request in its id and subject', async () => {
    start();
    await writing('request-responded');
    await settled('sent');
    expect([headerOf('In-Reply-To'), headerOf('References')]).toEqual([mailId, mailId]);
    expect(requestOfMailId(headerOf('Message-ID') ?? '')).toBe(requestId);
    expect(numbersIn(decoded(headerOf('Subject') ?? ''))).toEqual(['FR-20261126-0001']);
    expect(headerOf('Auto-Submitted')).toBeUndefined();
  });
  it('says that nobody wrote it where nobody did', async () => {
    start();
    await writing('request-received');
    await settled('sent');
    expect(headerOf('Auto-Submitted')).toBe('auto-generated');
  });
});

describe('a message to somebody without an e-mail address', () => {
  it('is recorded and stays so', async () => {
    start();
    await tell(null);
    await tell();
    await eventually(() => server.received.length === 1);
    expect((await rows()).map(({ status }) => status)).toContain('recorded');
    expect(server.tried).toBe(1);
  });
});
