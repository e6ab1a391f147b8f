import { afterAll, afterEach, beforeEach, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import type { ImapServer } from '@pledge/testing/imap';
import { imapServersHere } from '@pledge/testing/imap';
import type { MailServer } from '@pledge/testing/post';
import { startPostOffice } from '@pledge/testing/post';
import { describeWhere } from '@pledge/testing/where';
import { ImapFlow } from 'imapflow';
import { attachmentsIn } from '../attachments/attachments.testbed.js';
import { envelopesIn } from '../envelopes/envelopes.commands.js';
import { balanceOf } from '../envelopes/balance.query.js';
import { pageOfEnvelopes } from '../envelopes/envelopes.query.js';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { readerOfSources } from './mail.testbed.js';
import { Mailbox } from './mailbox.channel.js';
import { Mails } from './mails.commands.js';

const imapServers = await imapServersHere();
const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const source = () => db().dataSource;
const [address, from] = ['service@example.com', 'wangmin@hospital.example'];
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const agent = {
  personId: 'agent-1',
  name: '林小雨',
  role: 'agent',
  roles: ['agent'],
  department: 'intake',
  customerId: null,
  language: 'zh',
} satisfies CallerIdentity;
const anHour = 3_600_000;

let imap: ImapServer;
let post: MailServer;
const readers: Mailbox[] = [];
const parser = readerOfSources();
afterAll(() => parser.onModuleDestroy());
beforeEach(async () => {
  imap = await imapServers.start();
  post = await startPostOffice(imap, address);
});
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.onModuleDestroy()));
  await post.close();
  await imap.remove();
});

/** Not polling within a test: what is heard of is heard by IDLE. */
const read = async (pollMs = anHour) => {
  const { host, port, user, password } = imap;
  const mails = new Mails(
    source(),
    envelopesIn(source()),
    await attachmentsIn(source()),
    { ownAddresses: [address], trustedServers: [] },
    parser,
  );
  const settings = { host, port, user, password, secure: false, folder: 'INBOX', address, pollMs };
  const reader = new Mailbox({ db: source(), mails, settings, logger: quiet });
  reader.onApplicationBootstrap();
  readers.push(reader);
};
const send = (n: number) =>
  post.send(
    from,
    address,
    `From: 王敏 <${from}>\r\nTo: ${address}\r\nSubject: mail ${String(n)}\r\nMessage-ID: <${String(n)}@hospital.example>\r\n\r\ntext ${String(n)}\r\n`,
  );
const total = async () => (await balanceOf(source().manager, {})).total;
const allRead = (count: number, within = 20_000) =>
  eventually(
    async () => {
      expect([(await total()).in, await imap.counts()]).toEqual([count, { seen: count, unseen: 0 }]);
      return true;
    },
    { within },
  );

describeWhere(imapServers.missing, 'a mail that was sent over SMTP', () => {
  it('is one envelope, marked as seen, and becomes one request', async () => {
    await send(1);
    await read();
    await allRead(1);
    const { items } = await pageOfEnvelopes(source().manager, { limit: 50 }, agent);
    expect(items).toMatchObject([{ status: 'waiting', from: { email: from }, subject: 'mail 1', text: 'text 1' }]);
    const place = await somewhere(source().manager);
    const [requestId, command] = receiving(place, { channel: 'email', envelopeId: items[0]!.id });
    await requestsIn(source(), 'Asia/Shanghai').handle(requestId, command, { by: 'person:agent-1', key: requestId });
    expect(await balanceOf(source().manager, {})).toMatchObject({ total: { in: 1, newRequest: 1 }, difference: 0 });
  });
  it('while the mailbox is read is told of by the server, each one', async () => {
    await read();
    for (let n = 1; n <= 3; n += 1) {
      await send(n);
      await allRead(n, 5_000);
    }
  });
  it('is found by asking where the server does not tell', async () => {
    await read(300);
    await send(1);
    await allRead(1, 5_000);
    await send(2);
    await allRead(2, 5_000);
  });
  it('is read when the server was away and is back, and those after it', async () => {
    await read();
    await send(1);
    await allRead(1);
    await imap.stop();
    await send(2);
    await imap.start();
    await allRead(2);
    await send(3);
    await allRead(3, 5_000);
  });
  it('is read although somebody has looked at it before us', async () => {
    await read();
    await send(1);
    await allRead(1);
    await Promise.all(readers.splice(0).map((reader) => reader.onModuleDestroy()));
    await send(2);
    await lookAtAll();
    await read();
    await eventually(async () => (await total()).in === 2);
  });
});

async function lookAtAll(): Promise<void> {
  const { host, port, user, password } = imap;
  const client = new ImapFlow({ host, port, secure: false, auth: { user, pass: password }, logger: false });
  await client.connect();
  await client.mailboxOpen('INBOX');
  await client.messageFlagsAdd('1:*', ['\\Seen']);
  await client.logout();
  expect((await imap.counts()).unseen).toBe(0);
}
