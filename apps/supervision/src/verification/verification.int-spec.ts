import { describe, expect, it } from '@jest/globals';
import type { HandOff } from '@pledge/contracts';
import { RequestConfirmed, RequestDisputed } from '@pledge/contracts/events';
import type { Cause } from '@pledge/messaging';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { ledgersIn } from '../ledgers.fixtures.js';
import { supervisionMigrations } from '../migrations/index.js';
import type { Verifications } from './verification.module.js';
import { verifications } from './verification.module.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const source = () => db().dataSource;
const cause = (): Cause => ({ by: 'event', key: newId() });
const commands = (): Verifications => commandsOf(source(), verifications, 'Asia/Shanghai');
const { receive } = ledgersIn(source);

const situation = async (requestId: string) => {
  const [row] = await source().query<{ status: string; rings: boolean }[]>(
    `select status, exists(select from timer where kind = $2 and ref = $1) as rings from verification where request_id = $1::uuid`,
    [requestId, verifications.expiry?.kind],
  );
  return row;
};

/** A repair whose silence window passed a day ago. */
async function watched() {
  const requestId = newId();
  const closedAt = new Date(Date.now() - 8 * 24 * 3_600_000).toISOString();
  const handOff: HandOff = {
    ...{ handOffId: newId(), from: 'dispatch', to: 'supervision' },
    subject: { kind: 'request', id: requestId },
    ...{ offeredAt: closedAt, acceptBy: closedAt },
  };
  await commands().handle(requestId, { type: 'watch', requestNumber: 'FR-1', handOff, closedAt }, cause());
  return requestId;
}
const expire = async (requestId: string) => (await commands().handle(requestId, { type: 'expire' }, cause())).events;
const disputes = (requestId: string, kind: 'fault' | 'consultation' = 'fault') =>
  receive(
    RequestDisputed.of({
      ...{ requestId, number: 'FR-1', kind, by: '王敏', note: '又断电了', disputedAt: new Date().toISOString() },
    }),
  );

describe('a repair that is watched', () => {
  it('is not found effective while the user disputes it, and its time runs again once they confirm it', async () => {
    const requestId = await watched();
    await disputes(requestId);
    expect(await situation(requestId)).toEqual({ status: 'disputed', rings: false });
    expect(await expire(requestId)).toEqual([]);
    const confirmation = { how: 'user-confirmed', by: '王敏', note: null, at: new Date().toISOString() } as const;
    const confirmed = RequestConfirmed.of({ requestId, number: 'FR-1', confirmation });
    await receive(confirmed);
    expect(await situation(requestId)).toEqual({ status: 'watching', rings: true });
    expect(await expire(requestId)).toMatchObject([{ type: 'supervision.request-verified.v1' }]);
    expect(await situation(requestId)).toEqual({ status: 'effective', rings: false });
  });

  it('has nothing to do with what a user says of an answer', async () => {
    const requestId = newId();
    await disputes(requestId, 'consultation');
    expect(await situation(requestId)).toBeUndefined();
  });
});
