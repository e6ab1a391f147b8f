import { describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import { routesOf } from '@pledge/contracts';
import { z } from 'zod';
import type { Sent } from './cause.js';
import { causeOf } from './cause.js';

const route = routesOf('support');
const plain = { name: 'x', method: 'POST', path: '/x', summary: 'X.', reply: z.unknown() } as const;
const forStaff = route({ ...plain, may: ['agent'], body: z.object({ text: z.string().trim() }) });
const forStaffLater = route({
  ...plain,
  may: ['agent'],
  body: z.object({ text: z.string().trim(), line: z.enum(['repair', 'parts']).default('repair') }),
});
const forAnyone = route({ ...plain, may: 'anyone', body: z.object({ text: z.string() }) });

const agent: CallerIdentity = {
  ...{ personId: 'p-1', name: '王敏', role: 'agent', roles: ['agent'] },
  ...{ department: 'intake', customerId: null, language: 'zh' },
};
const asked = (by: CallerIdentity | undefined, on: typeof forAnyone | typeof forStaff, body: object, key = 'k-1') => {
  const sent: Sent = { params: {}, query: {}, body };
  return causeOf({ route: on, sent, caller: by, traceparent: '', headers: { 'idempotency-key': key } });
};
const identity = ({ by, key, fingerprint }: ReturnType<typeof asked>) => [by, key, fingerprint];

describe('the cause of a request', () => {
  it('is the same where it is sent again to a later version whose fields have defaults', () => {
    const body = { text: ' 读卡无反应 ' };
    expect(asked(agent, forStaffLater, body)).toEqual(asked(agent, forStaff, body));
  });
  it('is the same in whatever order the fields come, and another where one differs', () => {
    const one = asked(agent, forStaff, { a: 1, b: { c: [1, 2], d: 2 } });
    expect(asked(agent, forStaff, { b: { d: 2, c: [1, 2] }, a: 1 })).toEqual(one);
    expect(asked(agent, forStaff, { b: { d: 2, c: [2, 1] }, a: 1 }).fingerprint).not.toBe(one.fingerprint);
  });
  it('of two strangers with the same key is not the same', () => {
    const [one, other] = [
      asked(undefined, forAnyone, { text: 'a' }, '1'),
      asked(undefined, forAnyone, { text: 'b' }, '1'),
    ];
    expect(one.key).not.toBe(other.key);
    expect(asked(undefined, forAnyone, { text: 'a' }, '1')).toEqual(one);
  });
  it('is the same though the session ended between two attempts, where anybody may ask', () => {
    const [before, after] = [asked(agent, forAnyone, { text: 'a' }), asked(undefined, forAnyone, { text: 'a' })];
    expect(identity(after)).toEqual(identity(before));
    expect(before.actor?.personId).toBe('p-1');
    expect(before.alsoBy).toEqual({ by: 'person:p-1', key: 'k-1' });
  });
});
