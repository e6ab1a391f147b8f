import { describe, expect, it } from '@jest/globals';
import type { User } from '@pledge/contracts/http';
import { byDepartment } from './by-department.js';

const user = (name: string, role: User['role'], department: User['department']): User => ({
  personId: name,
  username: name,
  name,
  role,
  department,
  customerId: null,
});
const people = [
  user('admin', 'administrator', null),
  user('zhang', 'dispatcher', 'dispatch'),
  user('wang', 'customer-contact', null),
  user('li', 'agent', 'intake'),
];
const nameOf = ({ name }: User) => name;

describe('the demo people', () => {
  it('stand by department, in the order of the work, the house and the customers last', () => {
    expect(byDepartment(people, nameOf, '').map(({ group }) => group)).toEqual([
      'intake',
      'dispatch',
      'house',
      'customer',
    ]);
  });
  it('are found by their words', () => {
    const found = byDepartment(people, nameOf, ' ZHA ');
    expect(found.map(({ people: members }) => members.map(nameOf))).toEqual([['zhang']]);
  });
});
