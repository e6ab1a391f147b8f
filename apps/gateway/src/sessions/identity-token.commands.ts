import { identityIssuer } from '@pledge/contracts';
import type { CallerIdentity, Service } from '@pledge/contracts';
import type { User } from '@pledge/contracts/http';
import type { JWK } from 'jose';
import { importJWK, SignJWT } from 'jose';

const livesSeconds = 5 * 60;
const usedForMs = 4 * 60_000;
const mostKept = 10_000;

export type SignIdentity = (user: User, service: Service) => Promise<string>;

/** Says who is calling, signed for one service, which alone believes it; the same word for the same person and service for a while. */
export async function identitySigner(privateKey: JWK): Promise<SignIdentity> {
  const key = await importJWK(privateKey, 'EdDSA');
  const signed = new Map<string, { readonly token: Promise<string>; readonly until: number }>();

  function sign({ personId, name, role, department, customerId }: User, service: Service): Promise<string> {
    const claims: CallerIdentity = { personId, name, role, roles: [role], department, customerId, language: 'zh' };
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(identityIssuer)
      .setAudience(service)
      .setIssuedAt()
      .setExpirationTime(`${livesSeconds}s`)
      .sign(key);
  }

  return (user, service) => {
    const about = JSON.stringify([service, user.personId, user.name, user.role, user.department, user.customerId]);
    const known = signed.get(about);
    if (known && known.until > Date.now()) return known.token;
    const token = sign(user, service);
    signed.delete(about);
    signed.set(about, { token, until: Date.now() + usedForMs });
    const [oldest] = signed.keys();
    if (signed.size > mostKept && oldest !== undefined) signed.delete(oldest);
    return token;
  };
}
