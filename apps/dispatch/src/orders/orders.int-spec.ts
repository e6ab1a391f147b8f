import { describe, expect, it } from '@jest/globals';
import type { Role, Service } from '@pledge/contracts';
import { services } from '@pledge/contracts';
import { v7 } from 'uuid';
import type { Who } from '../dispatch.testbed.js';
import {
  assignment,
  call,
  database,
  dispatcher,
  engineer,
  hear,
  li,
  opened,
  received,
  signature,
  worked,
  zhang,
} from '../dispatch.testbed.js';
import { orderIdFor } from './orders.module.js';

describe('one order for a request', () => {
  it('however often the report is heard, at once, under ids of its own', async () => {
    const event = received();
    const { requestId } = event.data;
    await Promise.all(Array.from({ length: 10 }, () => hear(event)));
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
    const event = received();
    await hear({ ...event, data: { ...event.data, kind: 'consultation' } });
    expect((await call(dispatcher, 'GET', `/orders?requestId=${event.data.requestId}`)).json.items).toEqual([]);
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

  it('is shown to nobody who comes with a token that was meant for another department', async () => {
    const { orderId } = await opened();
    const ask = (tokenFor: Service) => call({ ...dispatcher, tokenFor }, 'GET', `/orders/${orderId}`);
    expect((await ask('dispatch')).status).toBe(200);
    for (const service of services.filter((one) => one !== 'dispatch')) {
      const { status, json } = await ask(service);
      expect([service, status, json.code]).toEqual([service, 401, 'not-signed-in']);
    }
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
