import type { CustomerRegistered, Fact, SiteRegistered } from '@pledge/contracts/events';
import type { EntityManager } from 'typeorm';
import { digits } from '../requests/phone.js';
import { initialKeys } from './initials.projection.js';

/** A customer as the archive announced it, with its contacts as they are now. */
export async function copyCustomer(tx: EntityManager, told: Fact<typeof CustomerRegistered>['data']): Promise<void> {
  const { customerId, code, name, initials, industry, terms, maintainer, contacts } = told;
  await tx.query(
    `insert into customer_copy (customer_id, name, terms, code, initials, industry, maintainer, initial_keys)
     values ($1, $2, $3, $4, $5, $6, $7, array_to_tsvector($8::text[]))
     on conflict (customer_id) do update set name = excluded.name, terms = excluded.terms, code = excluded.code,
       initials = excluded.initials, industry = excluded.industry, maintainer = excluded.maintainer,
       initial_keys = excluded.initial_keys`,
    [
      customerId,
      name,
      JSON.stringify(terms),
      code,
      initials,
      industry,
      maintainer && JSON.stringify(maintainer),
      initialKeys(name, [initials]),
    ],
  );
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

export async function copySite(tx: EntityManager, told: Fact<typeof SiteRegistered>['data']): Promise<void> {
  await tx.query(
    `insert into site_copy (site_id, customer_id, name, address, territory, initial_keys)
     values ($1, $2, $3, $4, $5, array_to_tsvector($6::text[]))
     on conflict (site_id) do update set customer_id = excluded.customer_id, name = excluded.name,
       address = excluded.address, territory = excluded.territory, initial_keys = excluded.initial_keys`,
    [told.siteId, told.customerId, told.name, told.address, told.territory, initialKeys(told.name)],
  );
}
