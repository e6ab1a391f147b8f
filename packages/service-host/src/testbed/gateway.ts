import type { Role, Service } from '@pledge/contracts';
import { identityIssuer } from '@pledge/contracts';
import type { JWK } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface Gateway {
  readonly publicKey: JWK;
  token(
    roles: Role | readonly Role[],
    options?: { readonly livesSeconds?: number; readonly issuer?: string; readonly audience?: Service },
  ): Promise<string>;
}

/** Signs identities as the gateway does, for the service of notes unless told. */
export async function gateway(): Promise<Gateway> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return {
    publicKey: await exportJWK(publicKey),
    token: (asked, { livesSeconds = 60, issuer = identityIssuer, audience = 'support' } = {}) => {
      const roles = typeof asked === 'string' ? [asked] : asked;
      const claims = {
        personId: `p-${roles.join('-')}`,
        name: '王敏',
        role: roles[0],
        roles,
        department: 'intake',
        customerId: null,
      };
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + livesSeconds)
        .sign(privateKey);
    },
  };
}
