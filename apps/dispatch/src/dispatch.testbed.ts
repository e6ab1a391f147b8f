import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Role, Service } from '@pledge/contracts';
import { identityIssuer } from '@pledge/contracts';
import { EngineerRegistered, RequestReceived } from '@pledge/contracts/events';
import type { EventOf } from '@pledge/contracts';
import { receiverOf } from '@pledge/application/testing';
import type { Cause } from '@pledge/messaging';
import type { RunningService } from '@pledge/service-host';
import { runService, serviceMigrations } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { v7 } from 'uuid';
import { DispatchModule } from './dispatch.module.js';
import { Engineers } from './engineers/engineers.module.js';
import { dispatchMigrations } from './migrations/index.js';
import { orderIdFor, orders, orderReactions } from './orders/orders.module.js';
import { replicas } from './replicas/replicas.module.js';

export const database = freshDatabase({ migrations: serviceMigrations(dispatchMigrations), per: 'file' });
const keys = await generateKeyPair('EdDSA', { extractable: true });
let running: RunningService | undefined;

beforeAll(async () => {
  running = await runService(
    { service: 'dispatch', module: DispatchModule, migrations: dispatchMigrations },
    {
      ...{ port: 0, host: '127.0.0.1', databaseUrl: database().url },
      ...{ natsUrl: 'nats://127.0.0.1:1', identityPublicKey: await exportJWK(keys.publicKey), demo: false },
      ...{
        timeZone: 'Asia/Shanghai',
        closures: [],
        logLevel: process.env.LOG_LEVEL ?? 'silent',
        poolSize: Number(process.env.PLEDGE_TEST_POOL ?? '5'),
        production: false,
      },
    },
  );
  for (const engineerId of [zhang, li]) await register(engineerId);
});
afterAll(() => running?.stop());
export const service = (): RunningService => {
  if (!running) throw new Error('the service is not there yet');
  return running;
};

export const zhang = v7();
export const li = v7();
export const customerId = v7();
export const partId = v7();
export const once = (): Cause => ({ by: 'reaction:test', key: randomUUID() });
/** Hands dispatch an event, as the bus does. */
export const receive = receiverOf(() => service().db, [orders, orderReactions], [undefined, replicas]);

function register(engineerId: string) {
  const profile = EngineerRegistered.of({
    ...{ engineerId, name: engineerId === zhang ? '张伟国' : '李晓峰', phone: '13800020001', email: null },
    ...{ skills: ['access-control'], territories: ['上海浦东'], homePlace: '总库', joinedOn: '2020-01-01' },
  }).data;
  return service().app.get(Engineers).handle(engineerId, { type: 'register', profile }, once());
}

export function received(requestId = v7()) {
  const now = new Date().toISOString();
  return RequestReceived.of({
    ...{
      requestId,
      number: `FR-${requestId}`,
      kind: 'fault',
      channel: 'hotline',
      customerId,
      customerName: '申江医院',
    },
    ...{
      reportedBy: { name: '王敏', phone: '13800000001', email: null },
      siteId: v7(),
      siteName: '门诊楼',
      siteAddress: '浦东新区',
    },
    ...{ territory: '上海浦东', equipmentId: null, equipmentName: null, equipmentModel: null, serialNumber: null },
    ...{
      receivedAt: now,
      recordedAt: now,
      occurredAt: null,
      description: '读卡无响应',
      cause: null,
      nature: 'unknown',
    },
    ...{ category: 'access-control', location: '一层', impact: 'partial', measuresTaken: null, promises: [] },
    ...{ entitlement: { state: null, endsOn: null, chargeable: false }, publicToken: 'token' },
    handOff: {
      ...{ handOffId: v7(), subject: { kind: 'request', id: requestId }, from: 'intake', to: 'dispatch' },
      ...{ offeredAt: now, acceptBy: now },
    },
  });
}
export const hear = (event: EventOf<typeof RequestReceived>) => receive(event);

export const signature = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><path d="M5 30 Q 30 0 55 25 T 95 15" fill="none" stroke="black"/></svg>')}`;

export interface Who {
  readonly role: Role;
  readonly personId: string;
  readonly customerId?: string;
  /** The service whose token is used; this one unless told. */
  readonly tokenFor?: Service;
}
export const dispatcher: Who = { role: 'dispatcher', personId: 'fenglijun' };
export const engineer = (personId: string): Who => ({ role: 'engineer', personId });

interface Answer {
  readonly status: number;
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever was answered; the assertion is the check
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

export async function call(
  who: Who,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { role, personId, customerId: of = null, tokenFor = 'dispatch' } = who;
  const claims = { role, personId, name: personId, roles: [role], department: 'dispatch', customerId: of };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(identityIssuer)
    .setAudience(tokenFor)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(keys.privateKey);
  const answer = await fetch(`${service().url}/api/dispatch${path}`, {
    method,
    headers: {
      'x-pledge-identity': token,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isJson = /json/u.test(answer.headers.get('content-type') ?? '');
  const json: unknown = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
  return { status: answer.status, json, bytes, headers: answer.headers };
}

export const assignment = (engineerId: string, partsToCarry: readonly object[] = []) => ({
  ...{ engineerId, cause: '电源老化', nature: 'equipment', category: 'access-control', location: '一层弱电间' },
  ...{ partsToCarry, toolsToCarry: ['万用表'] },
});
export const inHalfAnHour = () => new Date(Date.now() + 1_800_000).toISOString();

export async function opened(partsToCarry?: readonly object[]): Promise<{ orderId: string; requestId: string }> {
  const event = received();
  await hear(event);
  const orderId = orderIdFor(event.data.requestId);
  if (partsToCarry) {
    expect((await call(dispatcher, 'POST', `/orders/${orderId}/assign`, assignment(zhang, partsToCarry))).status).toBe(
      200,
    );
    expect((await call(engineer(zhang), 'POST', `/orders/${orderId}/accept`)).status).toBe(200);
  }
  return { orderId, requestId: event.data.requestId };
}

export async function worked(): Promise<string> {
  const { orderId } = await opened([]);
  const steps: readonly [string, object][] = [
    ['depart', { expectedArrivalAt: inHalfAnHour() }],
    ['arrive', { conduct: { badge: true, tidyDress: true, shoeCovers: true } }],
    ['measures', { content: '更换电源', completedAt: new Date().toISOString(), partsUsed: [], siteCleaned: true }],
  ];
  for (const [step, body] of steps) {
    const answer = await call(engineer(zhang), 'POST', `/orders/${orderId}/${step}`, body);
    expect([step, answer.status]).toEqual([step, 200]);
  }
  return orderId;
}
