import type { CustomerRegistered, EventOf, SiteRegistered } from '@pledge/contracts/events';
import { writeReplica } from '@pledge/messaging';
import type { EntityManager } from 'typeorm';
import { digits } from '../requests/phone.js';
import { initialKeys, lexemes } from './initials.projection.js';

/** A customer as the archive announced it, with its contacts as they are now. */
export async function copyCustomer(
  tx: EntityManager,
  told: EventOf<typeof CustomerRegistered>['data'],
  sequence: number,
): Promise<void> {
  const { customerId, code, name, initials, industry, terms, maintainer, contacts } = told;
  const customer = {
    table: 'customer_copy',
    key: { customer_id: customerId },
    columns: {
      ...{ name, code, initials, industry },
      terms: JSON.stringify(terms),
      maintainer: maintainer && JSON.stringify(maintainer),
      initial_keys: lexemes(initialKeys(name, [initials])),
    },
  };
  if (!(await writeReplica(tx, customer, sequence))) return;
  const ids = contacts.map(({ contactId }) => contactId);
  await tx.query('delete from contact_copy where customer_id = $1 and not contact_id = any($2::uuid[])', [
    customerId,
    ids,
  ]);
  const rows = contacts.map(({ contactId, ...contact }) => ({
    ...contact,
    contact_id: contactId,
    dialled: digits(contact.phone),
    keys: initialKeys(contact.name),
  }));
  await tx.query(
    `insert into contact_copy (contact_id, customer_id, name, phone, dialled, email, duty, initial_keys)
     select contact_id, $1, name, phone, dialled, email, duty, array_to_tsvector(array(select jsonb_array_elements_text(keys)))
     from jsonb_to_recordset($2::jsonb) as t (contact_id uuid, name text, phone text, dialled text, email text, duty text, keys jsonb)
     on conflict (contact_id) do update set customer_id = excluded.customer_id, name = excluded.name, phone = excluded.phone,
       dialled = excluded.dialled, email = excluded.email, duty = excluded.duty, initial_keys = excluded.initial_keys`,
    [customerId, JSON.stringify(rows)],
  );
}

export async function copySite(
  tx: EntityManager,
  told: EventOf<typeof SiteRegistered>['data'],
  sequence: number,
): Promise<void> {
  const { siteId, customerId, name, address, territory } = told;
  const columns = { customer_id: customerId, name, address, territory, initial_keys: lexemes(initialKeys(name)) };
  await writeReplica(tx, { table: 'site_copy', key: { site_id: siteId }, columns }, sequence);
}
