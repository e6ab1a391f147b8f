import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { PromiseBreached } from '@pledge/contracts/events';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { notifierMigrations } from '../migrations/index.js';
import { DepartmentReactions } from './departments.reactions.js';
import * as told from './events.fixtures.js';
import { messageList, messages } from './messages.module.js';
import { Telling } from './telling.service.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...notifierMigrations] });
const db = () => fresh().dataSource;

/** A part that a purchase order promised is late. */
async function late(requestId: string | null): Promise<void> {
  const telling = new Telling(commandsOf(db(), messages, 'Asia/Shanghai'), false);
  const around = { timeZone: 'Asia/Shanghai', publicUrl: 'http://127.0.0.1:8080' };
  const event = PromiseBreached.of({
    ...{ ...told.clock, promise: 'supply-part', owner: 'parts', requestId, requestNumber: null },
    subject: { kind: 'purchase-order', id: told.other, number: 'PO-2026-0001' },
  });
  const received = { ...event, id: randomUUID(), sequence: 1, at: told.clock.at, source: 'supervision' };
  const cause = { by: 'reaction:notifier-tells-breached', key: received.id };
  await new DepartmentReactions(telling, db(), around).breached(received, cause);
}
const subjects = async () =>
  (await messageList.page(db(), { limit: 50 }, undefined)).items.map(
    (message) => (message as { subject: string }).subject,
  );

it('tells nobody of a clock of something that belongs to no request', async () => {
  await late(null);
  expect(await subjects()).toEqual([]);
});

it('names what was promised about where the request has no number there', async () => {
  await late(told.clock.requestId);
  expect(await subjects()).toEqual([expect.stringContaining('PO-2026-0001')]);
});
