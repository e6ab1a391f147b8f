import type { RouteContract } from './define-route.js';
import type { Role } from './vocabulary.js';

/** Roles that look on: a regulator reads everything and changes nothing, whatever the list of a route says. */
const readsOnly: ReadonlySet<Role> = new Set(['inspector']);

/** What of a route decides who may call it. */
export type Guarded = Pick<RouteContract, 'method' | 'may' | 'ownSession'>;

/**
 * True where a caller in these roles may call the route; null is a stranger. One role of several is enough. A role that only reads
 * lets nobody write, but for what concerns the caller's own session.
 */
export function mayCall({ method, may, ownSession }: Guarded, roles: readonly Role[] | null): boolean {
  if (roles === null) return may === 'anyone';
  const counting = method === 'GET' || ownSession ? roles : roles.filter((role) => !readsOnly.has(role));
  if (typeof may === 'string') return counting.length > 0;
  return counting.some((role) => may.includes(role));
}
