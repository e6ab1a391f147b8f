import type { CallerIdentity } from '@pledge/contracts';
import { text } from '@pledge/contracts';
import type { Customer, InputOf, listCustomers } from '@pledge/contracts/http';
import type { Page } from '@pledge/service-host';
import { decodeCursor, maskedPhone, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { mayCall, onlyCustomer } from '../scope.js';
import { patternOf, phonePatternOf } from '../search-words.js';
import type { CustomerFile } from './customer.js';

type Row = Omit<Customer, 'contacts'> & Pick<CustomerFile, 'contacts'>;

const columns = `
  customer_id as id, code, name, initials, industry, contacts, terms, maintainer, version,
  (select count(*)::int from site s where s.customer_id = c.customer_id) as "siteCount",
  (select count(*)::int from equipment e where e.customer_id = c.customer_id) as "equipmentCount"`;

export async function pageOfCustomers(
  tx: EntityManager,
  { q, limit, cursor }: InputOf<typeof listCustomers>['query'],
  caller: CallerIdentity,
): Promise<Page<Customer>> {
  const items = await tx.query<Row[]>(
    `select ${columns} from customer c
     where ($1::uuid is null or customer_id = $1)
       and ($2::text is null or search ilike $2 or phones like $3)
       and ($4::text is null or code > $4)
     order by code limit $5`,
    [
      onlyCustomer(caller),
      patternOf(q),
      mayCall(caller) ? phonePatternOf(q) : null,
      decodeCursor(cursor, text(100)) ?? null,
      limit + 1,
    ],
  );
  return pageOf({ items, limit, cursorOf: ({ code }) => code, itemOf: (row) => shownTo(caller, row) });
}

/** @throws {NotFound} also where the customer is not for the caller */
export async function customerOf(tx: EntityManager, customerId: string, caller: CallerIdentity): Promise<Customer> {
  const rows = await tx.query<Row[]>(
    `select ${columns} from customer c where customer_id = $1 and ($2::uuid is null or customer_id = $2)`,
    [customerId, onlyCustomer(caller)],
  );
  if (!rows[0]) throw new NotFound();
  return shownTo(caller, rows[0]);
}

const shownTo = (caller: CallerIdentity, row: Row): Customer => ({
  ...row,
  contacts: row.contacts.map(({ contactId, phone, ...contact }) => ({
    ...contact,
    id: contactId,
    phone: mayCall(caller) ? phone : maskedPhone(phone),
  })),
});
