import { beforeEach, describe, expect, it } from '@jest/globals';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { timelineOf } from '../timeline/timeline.query.js';
import { receiving, somewhere } from './reports.testbed.js';
import { requestsIn } from './requests.commands.js';
import type { PlaceAsked, RequestCommand } from './situation.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
let place: PlaceAsked;
beforeEach(async () => {
  place = await somewhere(db().dataSource.manager);
});

const asked = async (requestId: string, command: RequestCommand) => {
  const cause = { by: 'person:agent', key: newId(), wantsView: true };
  return (await requestsIn(db().dataSource, 'Asia/Shanghai').handle(requestId, command, cause)).view;
};
const report = () => asked(...receiving(place));
const resolve = (requestId: string) =>
  asked(requestId, {
    type: 'resolve',
    requestId,
    orderId: newId(),
    resolvedAt: new Date(Date.now() - 1000).toISOString(),
  });

describe('the end of a fault', () => {
  it('is shown with how it was verified, by whom and when', async () => {
    const { id: requestId } = await report();
    await asked(requestId, { type: 'sign', requestId, signedBy: '王敏', signedAt: '2026-11-20T09:00:00.000Z' });
    const resolved = await resolve(requestId);
    const confirmation = { how: 'signature', by: '王敏', note: null, at: '2026-11-20T09:00:00.000Z' };
    expect(resolved).toMatchObject({ status: 'resolved', confirmation, verdict: null, closedAt: null });
    const closed = await asked(requestId, { type: 'close', requestId });
    expect(closed).toMatchObject({
      status: 'closed',
      confirmation,
      verdict: 'effective',
      holder: null,
      waitingFor: null,
    });
    const last = (await timelineOf(db().dataSource.manager, closed)).at(-1);
    expect(last).toMatchObject({
      type: 'intake.request-closed.v1',
      at: closed.closedAt,
      detail: { verdict: 'effective' },
    });
  });

  it('is turned where the same comes again inside the silence window: both say so', async () => {
    const first = await report();
    await resolve(first.id);
    const again = await report();
    expect(again).toMatchObject({ joinedTo: null, recurrenceOf: { id: first.id, number: first.number } });
    const recurredAs = { requestId: again.id, number: again.number };
    const turned = await asked(first.id, { type: 'recur', requestId: first.id, recurredAs });
    expect(turned).toMatchObject({
      ...{ status: 'closed', verdict: 'not-effective', confirmation: null },
      recurredAs: { id: again.id, number: again.number },
    });
    expect((await asked(first.id, { type: 'close', requestId: first.id })).verdict).toBe('not-effective');
  });
});
