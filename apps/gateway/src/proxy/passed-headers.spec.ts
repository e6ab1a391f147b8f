import { describe, expect, it } from '@jest/globals';
import { replyHeaders, requestHeaders } from './passed-headers.js';

describe('headers passed on', () => {
  it('are what a department needs, and never the cookie or the token', () =>
    expect(
      requestHeaders({
        cookie: 'pledge=x',
        'x-csrf-token': 'x',
        authorization: 'x',
        'x-forwarded-for': '1.1.1.1',
        traceparent: 'the caller’s',
        'if-match': '"3"',
        'idempotency-key': 'k',
        'accept-language': 'en',
        'x-pledge-identity': 'ours',
      }),
    ).toEqual({ 'if-match': '"3"', 'idempotency-key': 'k', 'accept-language': 'en', 'x-pledge-identity': 'ours' }));

  it('are what signs a message of another machine', () => {
    const signed = { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x' };
    expect(requestHeaders({ ...signed, 'webhook-other': 'x' })).toEqual(signed);
  });

  it('are not what a department says to itself', () =>
    expect(replyHeaders({ etag: '"3"', server: 'x', 'x-powered-by': 'x', 'set-cookie': 'pledge=stolen' })).toEqual({
      etag: '"3"',
    }));
});
