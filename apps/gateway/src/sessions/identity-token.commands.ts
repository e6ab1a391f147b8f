import { identityAudience, identityIssuer } from '@pledge/contracts';
import type { CallerIdentity } from '@pledge/contracts';
import type { User } from '@pledge/contracts/http';
import type { JWK } from 'jose';
import { importJWK, SignJWT } from 'jose';

const livesSeconds = 5 * 60;
const usedForMs = 4 * 60_000;
const mostKept = 10_000;

export type SignIdentity = (user: User) => Promise<string>;

/** Says who is calling, signed for the departments; the same word for the same person for a while. */
export async function identitySigner(privateKey: JWK): Promise<SignIdentity> {
  const key = await importJWK(privateKey, 'EdDSA');
  const signed = new Map<string, { readonly token: Promise<string>; readonly until: number }>();

  function sign({ personId, name, role, department, customerId }: User): Promise<string> {
    const claims: CallerIdentity = { personId, name, role, roles: [role], department, customerId, language: 'zh' };
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(identityIssuer)
      .setAudience(identityAudience)
      .setIssuedAt()
      .setExpirationTime(`${livesSeconds}s`)
      .sign(key);
  }

  return (user) => {
    const about = JSON.stringify([user.personId, user.name, user.role, user.department, user.customerId]);
    const known = signed.get(about);
    if (known && known.until > Date.now()) return known.token;
    const token = sign(user);
    signed.delete(about);
    signed.set(about, { token, until: Date.now() + usedForMs });
    const [oldest] = signed.keys();
    if (signed.size > mostKept && oldest !== undefined) signed.delete(oldest);
    return token;
  };
}
