import type { RouteContract } from './define-route.js';
import type { CallerIdentity } from './identity.js';
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

/**
 * Who handles a complaint 用户投诉, and therefore reads it: the agent who took it and answers the customer, the seat supervisor who reviews,
 * the information manager who settles or transfers it, the manager who signs, supervision with its quality supervisor and customer
 * specialist, and the regulator who looks on (docs/glossary.md, complaint). Besides them the department it was referred to reads it.
 * A complaint may be about anybody else's work, so that nobody else does.
 */
export const complaintReaders: readonly Role[] = [
  'agent',
  'seat-supervisor',
  'information-manager',
  'manager',
  'quality-supervisor',
  'customer-specialist',
  'inspector',
];

/**
 * True where the caller reads complaints by role; a customer's contact reads those of their own company, which the scope of every
 * service sees to.
 */
export const readsComplaints = ({ roles, customerId }: Pick<CallerIdentity, 'roles' | 'customerId'>): boolean =>
  customerId !== null || roles.some((role) => complaintReaders.includes(role));
