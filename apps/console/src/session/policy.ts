import type { Role } from '@pledge/contracts';
import type { Policy } from '@pledge/contracts/http';

/** The one policy: what the route's contract says. */
export function allowed(may: Policy, role: Role | null): boolean {
  if (may === 'anyone') return true;
  if (role === null) return false;
  return may === 'signed-in' || may.includes(role);
}
