import type { CallerIdentity, Department, RequestKind, Role } from '@pledge/contracts';
import { readsComplaints } from '@pledge/contracts';

/** Who sees every question: who refers and rules, who keeps the knowledge base, who only looks. */
const seesAll: readonly Role[] = [
  'agent',
  'seat-supervisor',
  'information-manager',
  'support-engineer',
  'trainer',
  'manager',
  'inspector',
  'administrator',
];

type Who = Pick<CallerIdentity, 'roles' | 'department' | 'customerId'>;

/** The only department whose questions the person sees; undefined where they see those of all. */
export const onlyDepartment = ({ roles, department }: Who): Department | 'nobody' | undefined =>
  roles.some((role) => seesAll.includes(role)) ? undefined : (department ?? 'nobody');

/** Whether the person may know of a question that this department was asked. */
export function isVisible(about: { readonly department: Department; readonly kind: RequestKind }, who: Who): boolean {
  const only = onlyDepartment(who);
  if (only !== undefined && about.department !== only) return false;
  return about.kind !== 'complaint' || readsComplaints(who) || about.department === who.department;
}
