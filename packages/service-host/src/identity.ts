import type { CallerIdentity, Service } from '@pledge/contracts';
import { identityClaims, identityIssuer } from '@pledge/contracts';
import type { JWK } from 'jose';
import { importJWK, jwtVerify } from 'jose';
import { NotSignedIn } from './failures.js';

const mostKept = 1000;
const longest = 5 * 60;

export type Identify = (token: string) => Promise<CallerIdentity>;

/**
 * Reads the tokens that the gateway signed for this service: one that was sent to another service says nothing here, so that a
 * service that is broken into cannot use what it gets elsewhere. A token that was checked is known until it expires.
 */
export async function identifier(publicKey: JWK, service: Service, now: () => number = Date.now): Promise<Identify> {
  const key = await importJWK(publicKey, 'EdDSA');
  const known = new Map<string, { readonly caller: CallerIdentity; readonly until: number }>();

  async function verify(token: string): Promise<{ caller: CallerIdentity; until: number }> {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['EdDSA'],
      issuer: identityIssuer,
      audience: service,
      requiredClaims: ['exp', 'iat'],
      currentDate: new Date(now()),
    });
    const { exp = 0, iat = 0 } = payload;
    if (exp - iat > longest) throw new Error('the token lives too long');
    return { caller: identityClaims.parse(payload), until: exp * 1000 };
  }

  return async (token) => {
    const before = known.get(token);
    if (before && before.until > now()) return before.caller;
    known.delete(token);
    const checked = await verify(token).catch(() => {
      throw new NotSignedIn();
    });
    known.set(token, checked);
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return checked.caller;
  };
}
