import { describe, expect, it } from '@jest/globals';
import { readInboundSettings } from './inbound.settings.js';

const drawn = `whsec_${Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 37) % 251)).toString('base64')}`;

describe('the secret of telephone systems and gateways', () => {
  it('may be left out, and is taken where it is one', () => {
    expect(readInboundSettings({})).toEqual({ secret: undefined });
    expect(readInboundSettings({ INBOUND_WEBHOOK_SECRET: '' })).toEqual({ secret: undefined });
    expect(readInboundSettings({ INBOUND_WEBHOOK_SECRET: drawn })).toEqual({ secret: drawn });
  });
  it.each(['secret', 'whsec_', 'whsec_c2hvcnQ=', drawn.slice(6), `whsec_${Buffer.alloc(32).toString('base64')}`])(
    'is refused where it could be guessed: %s',
    (secret) =>
      expect(() => readInboundSettings({ INBOUND_WEBHOOK_SECRET: secret })).toThrow(/INBOUND_WEBHOOK_SECRET must be/u),
  );
});
