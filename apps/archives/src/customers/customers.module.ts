import { Module } from '@nestjs/common';
import type { Condition } from '@pledge/application';
import {
  aggregate,
  aggregateModule,
  containsPattern,
  documents,
  getOf,
  listOf,
  projectionOf,
} from '@pledge/application';
import type { CallerIdentity } from '@pledge/contracts';
import type { Customer as CustomerView } from '@pledge/contracts/http';
import { customerCallers, getCustomer, listCustomers } from '@pledge/contracts/http';
import { Commands } from '@pledge/messaging';
import { phonePattern } from '../phone-pattern.js';
import { isTheirCustomer, ofTheirCustomer } from '../scope.js';
import type { CustomerCommand, CustomerFile } from './customer.js';
import { customer } from './customer.js';

export abstract class Customers extends Commands<CustomerCommand> {}

export const customers = aggregate('customer', customer, {
  store: documents('customer', 'customer_id', {
    code: ({ file }) => file.code,
    name: ({ file }) => file.name,
    search: ({ file }) => [file.code, file.name, file.initials, ...file.contacts.map(({ name }) => name)].join(' '),
    phones: ({ file }) => file.contacts.map(({ phone }) => phone.replaceAll(/\D/gu, '')).join(' '),
  }),
});

interface Row extends Pick<CustomerView, 'id' | 'siteCount' | 'equipmentCount' | 'version'> {
  readonly file: CustomerFile;
}

const view = projectionOf<CustomerView>({
  from: 'customer c',
  key: 'c.customer_id',
  select: {
    ...{ id: 'c.customer_id', file: `c.record -> 'file'`, version: 'c.version' },
    siteCount: '(select count(*)::int from site s where s.customer_id = c.customer_id)',
    equipmentCount: '(select count(*)::int from equipment e where e.customer_id = c.customer_id)',
  },
  item: ({ id, file, siteCount, equipmentCount, version }: Row): CustomerView => ({
    ...{ id, code: file.code, name: file.name, initials: file.initials, industry: file.industry },
    contacts: file.contacts.map(({ contactId, name, phone, email, duty }) => ({
      ...{ id: contactId, name, phone, email, duty },
    })),
    ...{ terms: file.terms, maintainer: file.maintainer, siteCount, equipmentCount, version },
  }),
});

/** By phone it is found only by those who read phones: nobody else learns whose a number is. */
function searched(q: string, caller: CallerIdentity | undefined): Condition | undefined {
  const pattern = containsPattern(q);
  if (pattern === null) return undefined;
  const phone = caller?.roles.some((role) => customerCallers.includes(role)) ? phonePattern(q) : null;
  return phone === null
    ? (at) => `c.search ilike ${at(pattern)}`
    : (at) => `(c.search ilike ${at(pattern)} or c.phones like ${at(phone)})`;
}

export const customerList = listOf(listCustomers, view, {
  search: searched,
  visible: ofTheirCustomer('c.customer_id'),
  order: [['c.code', 'asc', 'text']],
});
export const customerReader = getOf(getCustomer, view, ({ id }, caller) => isTheirCustomer(id, caller));

@Module(aggregateModule(customers, Customers, { lists: [customerList], gets: [customerReader] }))
export class CustomersModule {}
