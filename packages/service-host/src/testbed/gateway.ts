import type { Role } from '@pledge/contracts';
import { identityAudience, identityIssuer } from '@pledge/contracts';
import type { JWK } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface Gateway {
  readonly publicKey: JWK;
  token(
    roles: Role | readonly Role[],
    options?: { readonly livesSeconds?: number; readonly issuer?: string },
  ): Promise<string>;
}

/** Signs identities as the gateway does. */
export async function gateway(): Promise<Gateway> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return {
    publicKey: await exportJWK(publicKey),
    token: (asked, { livesSeconds = 60, issuer = identityIssuer } = {}) => {
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
        .setAudience(identityAudience)
        .setIssuedAt(now)
        .setExpirationTime(now + livesSeconds)
        .sign(privateKey);
    },
  };
}
