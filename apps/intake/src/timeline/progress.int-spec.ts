import { describe, expect, it } from '@jest/globals';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { envelopesIn } from '../envelopes/envelopes.commands.js';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { progressOf } from './progress.query.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const source = () => db().dataSource;
const handled = async ([requestId, command]: ReturnType<typeof receiving>) => {
  const cause = { by: 'person:agent-1', key: newId(), wantsView: true };
  return (await requestsIn(source(), 'Asia/Shanghai').handle(requestId, command, cause)).view;
};

async function mailed(requestId: string, email: string, text: string) {
  const envelopeId = newId();
  const nothing = { customerId: null, customerName: null, siteId: null, equipmentId: null, equipmentName: null };
  const contents = {
    ...{
      channel: 'email' as const,
      source: 'service@example.com',
      sourceKey: envelopeId,
      subject: null,
      text,
      attachments: [],
    },
    ...{ receivedAt: new Date().toISOString(), from: { name: null, phone: null, email } },
    found: { ...nothing, repliesTo: null, suspicion: null },
  };
  const { handle } = envelopesIn(source());
  const cause = () => ({ by: 'mail', key: newId() });
  await handle(envelopeId, { type: 'store', envelopeId, contents, needs: 'sorting', attachmentIds: [] }, cause());
  await handle(
    envelopeId,
    { type: 'join', envelopeId, requestId, by: { personId: 'agent-1', name: '林小雨' } },
    cause(),
  );
}

describe('the progress that a link shows', () => {
  it('has what its own user said, and neither name nor word of others whose reports were joined', async () => {
    const place = await somewhere(source().manager);
    const first = await handled(receiving(place));
    const second = await handled(
      receiving(place, {
        reportedBy: { name: '李强', phone: '13900000002', email: null },
        description: '三楼的门也打不开',
      }),
    );
    expect(second.joinedTo?.id).toBe(first.id);
    const { conversation } = await progressOf(source().manager, first.publicToken);
    expect(conversation.map(({ text, by }) => [text, by])).toEqual([[first.description, first.reportedBy.name]]);
    const other = await progressOf(source().manager, second.publicToken);
    expect(JSON.stringify(other)).not.toContain(first.reportedBy.name);
  });

  it('has the mails of its own user, and of nobody else', async () => {
    const place = await somewhere(source().manager);
    const reportedBy = { name: '王敏', phone: null, email: 'wang@hospital.example' };
    const { id, publicToken } = await handled(receiving(place, { reportedBy }));
    await mailed(id, 'Wang@Hospital.example', '今天又重启了');
    await mailed(id, 'li@hospital.example', '我这里也一样');
    const { conversation } = await progressOf(source().manager, publicToken);
    expect(conversation.map(({ text }) => text)).toEqual(['主机反复重启，读卡无响应', '今天又重启了']);
  });
});
