import type { Department } from '@pledge/contracts';
import type { User } from '@pledge/contracts/http';

export type Group = Department | 'customer' | 'house';

const order: readonly Group[] = [
  'intake',
  'dispatch',
  'parts',
  'archives',
  'support',
  'supervision',
  'superior',
  'house',
  'customer',
];

const groupOf = ({ department, role }: User): Group =>
  role === 'customer-contact' ? 'customer' : (department ?? 'house');

/** The demo people by department, those whose words hold what is wanted. */
export function byDepartment(people: readonly User[], wordsOf: (user: User) => string, wanted: string) {
  const sought = wanted.trim().toLowerCase();
  const found = people.filter((user) => wordsOf(user).toLowerCase().includes(sought));
  return order
    .map((group) => ({ group, people: found.filter((user) => groupOf(user) === group) }))
    .filter((entry) => entry.people.length > 0);
}
