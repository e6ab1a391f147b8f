import { describe, expect, it } from '@jest/globals';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { conversationsIn } from '../conversations/conversations.commands.js';
import type { EnvelopeCommand } from '../envelopes/envelope.js';
import { envelopesIn } from '../envelopes/envelopes.commands.js';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import type { RequestCommand } from '../requests/situation.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const source = () => db().dataSource;
const by = { personId: 'agent-1', name: '林小雨' };
const cause = (): Cause => ({ by: 'person:agent-1', key: newId() });

/** What is on its way to everyone who looks, in the order it was said. */
const told = (about: string) =>
  source().query<{ type: string; partition_key: string; data: object }[]>(
    `select j.type, o.partition_key, j.data from outbox o join journal j using (seq) where j.about = $1 order by o.seq`,
    [about],
  );

async function reported() {
  const [requestId, command] = receiving(await somewhere(source().manager));
  await requestsIn(source(), 'Asia/Shanghai').handle(requestId, command, cause());
  const ask = (next: RequestCommand) => requestsIn(source(), 'Asia/Shanghai').handle(requestId, next, cause());
  return { requestId, ask };
}

describe('what one person does at the desk is told to all who look', () => {
  it('a request taken, given back and confirmed, under the key of the request', async () => {
    const { requestId, ask } = await reported();
    await ask({ type: 'take', requestId, by });
    await ask({ type: 'take', requestId, by });
    await ask({ type: 'release', requestId, by });
    await ask({ type: 'resolve', requestId, orderId: newId(), resolvedAt: new Date().toISOString() });
    const confirmation = { how: 'user-confirmed', by: '王敏', note: null } as const;
    await ask({ type: 'confirm', requestId, confirmation });
    const said = await told(requestId);
    expect(said.map(({ type }) => type)).toEqual([
      'intake.request-received.v1',
      'intake.request-taken.v1',
      'intake.request-released.v1',
      'intake.request-resolved.v1',
      'intake.request-confirmed.v1',
    ]);
    expect(new Set(said.map(({ partition_key }) => partition_key))).toEqual(new Set([requestId]));
  });

  it('a note, without its words', async () => {
    const { requestId } = await reported();
    await conversationsIn(source()).handle(
      requestId,
      { type: 'note', requestId, entryId: newId(), by, text: '疑似电源' },
      cause(),
    );
    const note = (await told(requestId)).at(-1);
    expect(note).toMatchObject({ type: 'intake.note-added.v1', partition_key: requestId });
    expect(JSON.stringify(note)).not.toContain('疑似电源');
  });

  it('a page taken and transcribed, without its words', async () => {
    const envelopeId = newId();
    const ask = (command: EnvelopeCommand) => envelopesIn(source()).handle(envelopeId, command, cause());
    const nobody = { customerId: null, customerName: null, siteId: null, equipmentId: null, equipmentName: null };
    const contents = {
      channel: 'fax' as const,
      ...{ source: '传真网关', sourceKey: newId(), subject: null, text: '', attachments: [] },
      ...{ receivedAt: new Date().toISOString(), from: { name: null, phone: null, email: null } },
      found: { ...nobody, repliesTo: null, suspicion: null },
    };
    await ask({ type: 'store', envelopeId, contents, needs: 'transcription' });
    await ask({ type: 'take', envelopeId, by });
    await ask({ type: 'transcribe', envelopeId, text: '门禁坏了', name: null, phone: null, by });
    const said = await told(envelopeId);
    expect(said.map(({ type }) => type)).toEqual([
      'intake.envelope-received.v1',
      'intake.envelope-taken.v1',
      'intake.envelope-transcribed.v1',
    ]);
    expect(JSON.stringify(said)).not.toContain('门禁坏了');
  });
});
