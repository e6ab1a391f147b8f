import { describe, expect, it } from '@jest/globals';
import { readCallSettings } from './calls.settings.js';

const drawn = `whsec_${Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 37) % 251)).toString('base64')}`;

describe('the secret of telephone systems', () => {
  it('may be left out, and is taken where it is one', () => {
    expect(readCallSettings({})).toEqual({ secret: undefined });
    expect(readCallSettings({ INBOUND_WEBHOOK_SECRET: '' })).toEqual({ secret: undefined });
    expect(readCallSettings({ INBOUND_WEBHOOK_SECRET: drawn })).toEqual({ secret: drawn });
  });
  it.each(['secret', 'whsec_', 'whsec_c2hvcnQ=', drawn.slice(6), `whsec_${Buffer.alloc(32).toString('base64')}`])(
    'is refused where it could be guessed: %s',
    (secret) =>
      expect(() => readCallSettings({ INBOUND_WEBHOOK_SECRET: secret })).toThrow(/INBOUND_WEBHOOK_SECRET must be/u),
  );
});
