import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { checkSignature } from './inbound.signature.js';
import { delivery, secret } from './inbound.testbed.js';

const settings = { secret };
const failing = (change: Parameters<typeof delivery>[1], headers: object = {}, body: Uint8Array | string = 'body') => {
  const sent = delivery(body, change);
  return () => checkSignature(settings, { ...sent, headers: { ...sent.headers, ...headers } });
};

describe('the signature of a delivery', () => {
  it('names the delivery, and when it was signed', () => {
    const at = new Date('2026-11-26T08:00:00.000Z');
    expect(failing({ at })).toThrow('signature-too-old');
    const { deliveryId, signedAt } = checkSignature(settings, delivery('body', { id: 'd-7' }));
    expect([deliveryId, Math.abs(Date.parse(signedAt) - Date.now()) < 10_000]).toEqual(['d-7', true]);
  });
  it('is what the libraries of Standard Webhooks make', () => {
    const at = new Date();
    const signature = new Webhook(secret).sign('d-1', at, '门禁');
    const sent = delivery('门禁', { id: 'd-1', at });
    expect(() =>
      checkSignature(settings, { ...sent, headers: { ...sent.headers, 'webhook-signature': signature } }),
    ).not.toThrow();
  });
  it('is of the bytes, also where they are no text', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, n) => n);
    expect(failing({}, {}, bytes)).not.toThrow();
    const other = Uint8Array.from(bytes, (byte) => (byte === 0xff ? 0xfe : byte));
    expect(failing({ sent: Buffer.from(other).toString('latin1') }, {}, bytes)).toThrow('signature-wrong');
  });
  it.each([
    ['of another body', { sent: 'other' }, {}, 'signature-wrong'],
    ['of another delivery', {}, { 'webhook-id': 'delivery-2' }, 'signature-wrong'],
    ['none', {}, { 'webhook-signature': undefined }, 'signature-wrong'],
    ['of another version', {}, { 'webhook-signature': 'v2,AAAA' }, 'signature-wrong'],
    ['no base64', {}, { 'webhook-signature': 'v1,%%%' }, 'signature-wrong'],
    ['of no time', {}, { 'webhook-timestamp': 'now' }, 'signature-wrong'],
    ['of a name with a break in it', {}, { 'webhook-id': 'a\nb' }, 'signature-wrong'],
    ['of six minutes ago', { at: new Date(Date.now() - 360_000) }, {}, 'signature-too-old'],
    ['of six minutes from now', { at: new Date(Date.now() + 360_000) }, {}, 'signature-too-old'],
  ])('is refused where it is %s', (_, change, headers, code) =>
    expect(failing(change, headers)).toThrow(expect.objectContaining({ name: 'InvalidSignature', code })),
  );
  it('is asked of nobody where the house takes nothing', () =>
    expect(() => checkSignature({ secret: undefined }, delivery('body'))).toThrow(
      expect.objectContaining({ name: 'NotFound' }),
    ));
});
