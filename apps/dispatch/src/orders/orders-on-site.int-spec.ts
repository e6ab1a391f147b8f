import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { PartsReserved, PartsShort } from '@pledge/contracts/events';
import { v7 } from 'uuid';
import { gateSql } from './order-checks.query.js';
import type { Who } from '../dispatch.testbed.js';
import {
  call,
  customerId,
  database,
  dispatcher,
  engineer,
  inHalfAnHour,
  opened,
  partId,
  receive,
  service,
  signature,
  worked,
  zhang,
} from '../dispatch.testbed.js';

describe('the release gate', () => {
  const carry = [{ partId, quantity: 1 }];
  const about = (orderId: string, requestId: string) => ({ orderId, requestId, reservationId: v7(), assignment: 1 });
  const line = { partId, name: '电源模块', model: 'PS-1', quantity: 1, placeId: v7(), place: '总库' };
  const leave = (orderId: string) =>
    call(engineer(zhang), 'POST', `/orders/${orderId}/depart`, { expectedArrivalAt: inHalfAnHour() });

  /** Settles when the gate has looked at an order and found no news. */
  const askedOnce = () => {
    const { db } = service();
    const asking = jest.spyOn(db, 'query');
    return new Promise<void>((resolve) => {
      asking.mockImplementation(async (text: string, values?: unknown) => {
        asking.mockRestore();
        const answer: unknown = await db.query(text, values as unknown[]);
        if (text === gateSql) resolve();
        else void askedOnce().then(resolve);
        return answer;
      });
    });
  };

  it('waits for the news from parts and opens when it comes', async () => {
    const { orderId, requestId } = await opened(carry);
    const asked = askedOnce();
    const leaving = leave(orderId);
    await Promise.race([asked, leaving]);
    const event = PartsReserved.of({
      ...about(orderId, requestId),
      lines: [line],
      reservedAt: new Date().toISOString(),
    });
    await receive(event);
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
    const event = PartsShort.of({
      ...{ ...about(orderId, requestId), lines: [], missing: [{ partId, name: '电源模块', quantity: 1 }] },
      ...{ purchaseOrderId: v7(), toOrder: [], shortAt: new Date().toISOString() },
    });
    await receive(event);
    const refused = await leave(orderId);
    expect(refused.json).toMatchObject({
      code: 'parts-not-set-aside',
      parts: 'short',
      missing: [{ name: '电源模块' }],
    });
  });

  it('does not take news that came late for newer', async () => {
    const { orderId, requestId } = await opened(carry);
    const short = PartsShort.of({
      ...about(orderId, requestId),
      lines: [],
      missing: [],
      toOrder: [],
      purchaseOrderId: v7(),
      shortAt: '2026-11-22T09:00:00.000Z',
    });
    const reserved = PartsReserved.of({
      ...about(orderId, requestId),
      lines: [line],
      reservedAt: '2026-11-22T09:00:01.000Z',
    });
    await receive(reserved, { sequence: 12 });
    await receive(short, { sequence: 11 });
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
