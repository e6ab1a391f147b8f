import { beforeAll, describe, expect, it } from '@jest/globals';
import type { User } from '@pledge/contracts/http';
import { decodeJwt, exportJWK, generateKeyPair } from 'jose';
import type { SignIdentity } from './identity-token.commands.js';
import { identitySigner } from './identity-token.commands.js';

const user: User = {
  ...{ personId: 'limin', username: 'limin', name: '李敏', role: 'agent', department: 'intake', customerId: null },
};
let sign: SignIdentity;

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  sign = await identitySigner(await exportJWK(privateKey));
});

describe('the word about who is calling', () => {
  it('is meant for one service, also where the person was vouched for elsewhere a moment ago', async () => {
    const audiences = [];
    for (const service of ['intake', 'dispatch', 'gateway', 'intake'] as const) {
      audiences.push(decodeJwt(await sign(user, service)).aud);
    }
    expect(audiences).toEqual(['intake', 'dispatch', 'gateway', 'intake']);
  });

  it('is used again for the same person and service', async () => {
    expect(await sign(user, 'parts')).toBe(await sign({ ...user }, 'parts'));
    expect(await sign(user, 'parts')).not.toBe(await sign({ ...user, role: 'manager' }, 'parts'));
  });
});
