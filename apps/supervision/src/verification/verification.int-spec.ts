import { describe, expect, it } from '@jest/globals';

import type { HandOff } from '@pledge/contracts';
import { RequestConfirmed, RequestDisputed } from '@pledge/contracts/events';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { batonsIn } from '../batons/batons.commands.js';
import { handOffsIn } from '../hand-offs/hand-offs.commands.js';
import { supervisionMigrations } from '../migrations/index.js';
import { verificationTimer } from './verification.js';
import { verificationsIn } from './verifications.commands.js';
import { VerificationReactions } from './verifications.reactions.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const source = () => db().dataSource;
const cause = (): Cause => ({ by: 'event', key: newId() });
const reactions = () => new VerificationReactions(verificationsIn(source()), handOffsIn(source()), batonsIn(source()));
const how = () => ({ id: newId(), sequence: 1, at: new Date().toISOString(), source: 'intake' });

const situation = async (requestId: string) => {
  const [row] = await source().query<{ status: string; rings: boolean }[]>(
    `select status, exists(select from timer where kind = $2 and ref = $1) as rings from verification where request_id = $1::uuid`,
    [requestId, verificationTimer],
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
  await verificationsIn(source()).handle(
    requestId,
    { type: 'watch', requestId, requestNumber: 'FR-1', handOff, closedAt },
    cause(),
  );
  return requestId;
}
const ring = async (requestId: string) =>
  (await verificationsIn(source()).handle(requestId, { type: 'ring', requestId }, cause())).events;
const disputes = (requestId: string, kind: 'fault' | 'consultation' = 'fault') =>
  reactions().dispute(
    {
      ...how(),
      ...RequestDisputed.of({
        ...{ requestId, number: 'FR-1', kind, by: '王敏', note: '又断电了', disputedAt: new Date().toISOString() },
      }),
    },
    cause(),
  );

describe('a repair that is watched', () => {
  it('is not found effective while the user disputes it, and rings again once they confirm it', async () => {
    const requestId = await watched();
    await disputes(requestId);
    expect(await situation(requestId)).toEqual({ status: 'disputed', rings: false });
    expect(await ring(requestId)).toEqual([]);
    const confirmation = { how: 'user-confirmed', by: '王敏', note: null, at: new Date().toISOString() } as const;
    const confirmed = RequestConfirmed.of({ requestId, number: 'FR-1', confirmation });
    await reactions().confirm({ ...how(), ...confirmed }, cause());
    expect(await situation(requestId)).toEqual({ status: 'watching', rings: true });
    expect(await ring(requestId)).toMatchObject([{ type: 'supervision.request-verified.v1' }]);
    expect(await situation(requestId)).toEqual({ status: 'effective', rings: false });
  });

  it('has nothing to do with what a user says of an answer', async () => {
    const requestId = newId();
    await disputes(requestId, 'consultation');
    expect(await situation(requestId)).toBeUndefined();
  });
});
