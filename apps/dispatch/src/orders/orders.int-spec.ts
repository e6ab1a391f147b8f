import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@pledge/contracts';
import { identityAudience, identityIssuer } from '@pledge/contracts';
import { EngineerRegistered, PartsReserved, PartsShort, RequestReceived } from '@pledge/contracts/events';
import type { EventContract, Fact } from '@pledge/contracts';
import type { Cause, Heard } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import type { RunningService } from '@pledge/service-host';
import { runService } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { v7 } from 'uuid';
import { CopyReactions } from '../copies/copies.projection.js';
import { DispatchModule } from '../dispatch.module.js';
import { Engineers } from '../engineers/engineers.commands.js';
import { dispatchMigrations } from '../migrations/index.js';
import { words } from '../words.js';
import { orderIdFor, OrderReactions } from './orders.reactions.js';

const database = freshDatabase({ migrations: [...messagingMigrations, ...dispatchMigrations], per: 'file' });
const keys = await generateKeyPair('EdDSA', { extractable: true });
let running: RunningService | undefined;

beforeAll(async () => {
  const { migrationUrl, query } = database();
  const { pathname, username } = new URL(migrationUrl);
  await query(`alter database "${pathname.slice(1)}" owner to "${username}"`);
  running = await runService(
    { service: 'dispatch', module: DispatchModule, migrations: dispatchMigrations, words },
    {
      ...{ port: 0, host: '127.0.0.1', databaseUrl: database().url, migrationDatabaseUrl: database().migrationUrl },
      ...{ natsUrl: 'nats://127.0.0.1:1', identityPublicKey: await exportJWK(keys.publicKey), demo: false },
      ...{ timeZone: 'Asia/Shanghai', logLevel: process.env.LOG_LEVEL ?? 'silent', poolSize: 5, production: false },
    },
  );
  for (const engineerId of [zhang, li]) await register(engineerId);
});
afterAll(() => running?.stop());
const service = (): RunningService => {
  if (!running) throw new Error('the service is not there yet');
  return running;
};

const [zhang, li, customerId, partId] = [v7(), v7(), v7(), v7()] as [string, string, string, string];
const once = (): Cause => ({ by: 'reaction:test', key: randomUUID() });
const heard = <Contract extends EventContract>({ type, data }: Fact<Contract>): Heard<Contract> =>
  ({ type, data, id: randomUUID(), at: new Date().toISOString(), source: 'test' }) as Heard<Contract>;

function register(engineerId: string) {
  const profile = EngineerRegistered.of({
    ...{ engineerId, name: engineerId === zhang ? '张伟国' : '李晓峰', phone: '13800020001', email: null },
    ...{ skills: ['access-control'], territories: ['上海浦东'], homePlace: '总库', joinedOn: '2020-01-01' },
  }).data;
  return service().app.get(Engineers).handle(engineerId, { type: 'register', profile }, once());
}

function received(requestId = v7()) {
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
      reportedBy: { name: '王敏', phone: '13800000001' },
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
  } as Fact<typeof RequestReceived>['data']);
}
const hear = (fact: Fact<typeof RequestReceived>, cause = once()) =>
  service().app.get(OrderReactions).open(heard<typeof RequestReceived>(fact), cause);

const signature = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><path d="M5 30 Q 30 0 55 25 T 95 15" fill="none" stroke="black"/></svg>')}`;

interface Who {
  readonly role: Role;
  readonly personId: string;
  readonly customerId?: string;
}
const dispatcher: Who = { role: 'dispatcher', personId: 'fenglijun' };
const engineer = (personId: string): Who => ({ role: 'engineer', personId });

async function call(who: Who, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const { role, personId, customerId: of = null } = who;
  const claims = { role, personId, name: personId, roles: [role], department: 'dispatch', customerId: of };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(identityIssuer)
    .setAudience(identityAudience)
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
  const json = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
  return { status: answer.status, json, bytes, headers: answer.headers };
}

const assignment = (engineerId: string, partsToCarry: readonly object[] = []) => ({
  ...{ engineerId, cause: '电源老化', nature: 'equipment', category: 'access-control', location: '一层弱电间' },
  ...{ partsToCarry, toolsToCarry: ['万用表'] },
});
const inHalfAnHour = () => new Date(Date.now() + 1_800_000).toISOString();

async function opened(partsToCarry?: readonly object[]): Promise<{ orderId: string; requestId: string }> {
  const fact = received();
  await hear(fact);
  const orderId = orderIdFor(fact.data.requestId);
  if (partsToCarry) {
    expect((await call(dispatcher, 'POST', `/orders/${orderId}/assign`, assignment(zhang, partsToCarry))).status).toBe(
      200,
    );
    expect((await call(engineer(zhang), 'POST', `/orders/${orderId}/accept`)).status).toBe(200);
  }
  return { orderId, requestId: fact.data.requestId };
}

async function worked(): Promise<string> {
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

describe('one order for a request', () => {
  it('however often the report is heard, at once, under ids of its own', async () => {
    const fact = received();
    const { requestId } = fact.data;
    await Promise.all(Array.from({ length: 10 }, () => hear(fact)));
    const listed = await call(dispatcher, 'GET', `/orders?requestId=${requestId}`);
    expect(listed.json.items).toMatchObject([{ id: orderIdFor(requestId), requestId, status: 'open' }]);
    expect(listed.json.items[0].number).toMatch(/^DO-\d{8}-\d{4,}$/u);
    const said = await database().query('select type from outbox where partition_key = $1 order by seq', [requestId]);
    expect(said.map(({ type }) => type)).toEqual(['dispatch.order-opened.v1', 'dispatch.handoff-accepted.v1']);
  });

  it('is also what the database insists on', async () => {
    const { orderId } = await opened();
    const copy = `insert into dispatch_order select $2, number || 'x', status, request_id, request_number, customer_id,
      engineer_id, assignment, opened_at, search, record, version from dispatch_order where order_id = $1`;
    await expect(database().query(copy, [orderId, v7()])).rejects.toThrow('dispatch_order_one_live_per_request');
  });

  it('is not opened for what is no fault', async () => {
    const fact = received();
    await hear({ ...fact, data: { ...fact.data, kind: 'consultation' } });
    expect((await call(dispatcher, 'GET', `/orders?requestId=${fact.data.requestId}`)).json.items).toEqual([]);
  });
});

describe('an order', () => {
  it('is out of sight for another engineer and another customer, alike to what does not exist', async () => {
    const orderId = await worked();
    const absent = await call(engineer(li), 'GET', `/orders/${v7()}`);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/form.pdf', undefined],
      ['POST', '/accept', undefined],
      ['POST', '/sign', { signedBy: '王敏', signature }],
    ] as const) {
      const answer = await call(engineer(li), method, `/orders/${orderId}${path}`, body, {
        ...(body && { 'if-match': '"1"' }),
      });
      expect([answer.status, answer.json.code]).toEqual([404, absent.json.code]);
    }
    const stranger: Who = { role: 'customer-contact', personId: 'x', customerId: v7() };
    expect((await call(stranger, 'POST', `/orders/${orderId}/sign`, { signedBy: '王敏', signature })).status).toBe(404);
    const mine = await call(engineer(li), 'GET', '/orders');
    expect(mine.json.items).toEqual([]);
  });

  it('shows phones to those who call, and to no others', async () => {
    const { orderId } = await opened();
    const phone = async (role: Role) =>
      (await call({ role, personId: 'p' }, 'GET', `/orders/${orderId}`)).json.reportedBy.phone;
    expect(await phone('dispatcher')).toBe('13800000001');
    expect(await phone('storekeeper')).toBe('138****0001');
    const stale = await call(dispatcher, 'POST', `/orders/${orderId}/assign`, assignment(zhang), { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
  });

  it('is found by number, customer and status, page by page', async () => {
    const { orderId } = await opened();
    const { number } = (await call(dispatcher, 'GET', `/orders/${orderId}`)).json;
    for (const query of [
      `q=${number}`,
      `q=${encodeURIComponent('申江')}&limit=1`,
      'status=open&limit=1',
      'open=true&limit=1',
    ]) {
      const answer = await call(dispatcher, 'GET', `/orders?${query}`);
      expect([query, answer.json.items[0].id]).toEqual([query, orderId]);
    }
    const seen = new Set<string>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { json: { items: { id: string }[]; nextCursor: string | null } } = await call(
        dispatcher,
        'GET',
        `/orders?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      for (const { id } of page.json.items) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
      cursor = page.json.nextCursor;
    }
    const [{ count } = { count: 0 }] = await database().query<{ count: number }>(
      'select count(*)::int from dispatch_order',
    );
    expect(seen.size).toBe(count);
  });

  it('answers a step out of turn with where it is and what is possible', async () => {
    const { orderId } = await opened();
    const answer = await call(dispatcher, 'POST', `/orders/${orderId}/close`);
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({ code: 'order-not-signed', state: 'open', possible: ['assign', 'ask-support'] });
  });

  it('names candidates with reasons in the language of who asks', async () => {
    const { orderId } = await opened();
    const { json } = await call(dispatcher, 'GET', `/orders/${orderId}/candidates`);
    expect(json.items).toHaveLength(2);
    expect(json.items[0].reasons.map((reason: { code: string }) => reason.code)).toContain('skill');
  });
});

describe('the release gate', () => {
  const carry = [{ partId, quantity: 1 }];
  const about = (orderId: string, requestId: string) => ({ orderId, requestId, reservationId: v7(), assignment: 1 });
  const line = { partId, name: '电源模块', model: 'PS-1', quantity: 1, placeId: v7(), place: '总库' };
  const leave = (orderId: string) =>
    call(engineer(zhang), 'POST', `/orders/${orderId}/depart`, { expectedArrivalAt: inHalfAnHour() });

  it('waits for the news from parts and opens when it comes', async () => {
    const { orderId, requestId } = await opened(carry);
    const leaving = leave(orderId);
    const fact = PartsReserved.of({
      ...about(orderId, requestId),
      lines: [line],
      reservedAt: new Date().toISOString(),
    });
    await service().app.get(CopyReactions).reserved(heard<typeof PartsReserved>(fact), once());
    const { status, json } = await leaving;
    expect([status, json.status]).toEqual([200, 'departed']);
    expect(json.parts.state).toBe('reserved');
    expect(json.partsToCarry).toMatchObject([{ partId, name: '电源模块', place: '总库' }]);
  });

  it('stays shut without news, says so after a moment, and an exception opens it', async () => {
    const { orderId } = await opened(carry);
    const refused = await leave(orderId);
    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({ code: 'parts-not-set-aside', parts: 'pending', missing: [] });
    expect(
      (await call(dispatcher, 'POST', `/orders/${orderId}/except-release`, { reason: '先行排查' })).json
        .releaseException,
    ).toMatchObject({ reason: '先行排查' });
    expect((await leave(orderId)).json.status).toBe('departed');
  });

  it('says what is short', async () => {
    const { orderId, requestId } = await opened(carry);
    const fact = PartsShort.of({
      ...{ ...about(orderId, requestId), lines: [], missing: [{ partId, name: '电源模块', quantity: 1 }] },
      ...{ purchaseOrderId: v7(), shortAt: new Date().toISOString() },
    });
    await service().app.get(CopyReactions).short(heard<typeof PartsShort>(fact), once());
    const refused = await leave(orderId);
    expect(refused.json).toMatchObject({
      code: 'parts-not-set-aside',
      parts: 'short',
      missing: [{ name: '电源模块' }],
    });
  });

  it('does not take news that came late for newer', async () => {
    const { orderId, requestId } = await opened(carry);
    const copies = service().app.get(CopyReactions);
    const later = PartsReserved.of({
      ...about(orderId, requestId),
      lines: [line],
      reservedAt: '2026-11-22T09:00:01.000Z',
    });
    const earlier = PartsShort.of({
      ...about(orderId, requestId),
      lines: [],
      missing: [],
      purchaseOrderId: v7(),
      shortAt: '2026-11-22T09:00:00.000Z',
    });
    await copies.reserved(heard<typeof PartsReserved>(later), once());
    await copies.short(heard<typeof PartsShort>(earlier), once());
    expect((await call(dispatcher, 'GET', `/orders/${orderId}`)).json.parts.state).toBe('reserved');
  });
});

describe('the signature', () => {
  it.each([
    ['a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path d="M0 0"/></svg>'],
    ['a reference', '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'],
    ['a handler', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><path d="M0 0"/></svg>'],
  ])('with %s is refused', async (_what, svg) => {
    const orderId = await worked();
    const answer = await call(engineer(zhang), 'POST', `/orders/${orderId}/sign`, {
      signedBy: '王敏',
      signature: `data:image/svg+xml;base64,${btoa(svg)}`,
    });
    expect([answer.status, answer.json.code]).toEqual([422, 'signature-not-an-image']);
  });

  it('is kept, cannot be altered, is printed, and lets another close the order', async () => {
    const orderId = await worked();
    const user: Who = { role: 'customer-contact', personId: 'wangmin', customerId };
    const key = { 'idempotency-key': randomUUID() };
    const signed = await call(user, 'POST', `/orders/${orderId}/sign`, { signedBy: '王敏', signature }, key);
    expect([signed.status, signed.json.status, signed.json.reportedBy.phone]).toEqual([200, 'signed', '138****0001']);
    const again = await call(user, 'POST', `/orders/${orderId}/sign`, { signedBy: '王敏', signature }, key);
    expect(again.json).toEqual(signed.json);
    await expect(database().query('update order_signature set signed_by = $1', ['x'])).rejects.toThrow('not altered');

    const own = await call({ role: 'dispatcher', personId: zhang }, 'POST', `/orders/${orderId}/close`);
    expect(own.status).toBe(409);
    const closed = await call(dispatcher, 'POST', `/orders/${orderId}/close`);
    expect([closed.json.status, closed.json.possible]).toEqual(['closed', []]);

    for (const language of ['zh', 'en']) {
      const form = await call(dispatcher, 'GET', `/orders/${orderId}/form.pdf?lang=${language}`);
      expect([
        form.status,
        form.headers.get('content-type'),
        new TextDecoder().decode(form.bytes.subarray(0, 5)),
      ]).toEqual([200, 'application/pdf', '%PDF-']);
    }
  });
});
