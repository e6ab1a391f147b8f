import type { Store } from '@pledge/messaging';
import type { Customer, CustomerFile } from './customer.js';

interface Row extends Omit<CustomerFile, 'registeredAt'> {
  readonly registeredAt: Date;
  readonly version: number;
}

export const customerStore: Store<Customer> = {
  async load(tx, customerId) {
    const rows = await tx.query<Row[]>(
      `select customer_id as "customerId", code, name, initials, industry, contacts, terms, maintainer,
         registered_at as "registeredAt", version
       from customer where customer_id = $1`,
      [customerId],
    );
    if (!rows[0]) return undefined;
    const { version, registeredAt, ...file } = rows[0];
    return { state: { status: 'on-file', file: { ...file, registeredAt: registeredAt.toISOString() } }, version };
  },

  async save(tx, customerId, state, version) {
    if (state.status === 'unknown') throw new Error(`customer ${customerId} cannot go back to being unknown`);
    const { file } = state;
    await tx.query(
      `insert into customer (customer_id, code, name, initials, industry, contacts, terms, maintainer, search, phones,
         registered_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (customer_id) do update set code = excluded.code, name = excluded.name, initials = excluded.initials,
         industry = excluded.industry, contacts = excluded.contacts, terms = excluded.terms,
         maintainer = excluded.maintainer, search = excluded.search, phones = excluded.phones, version = excluded.version`,
      [
        customerId,
        file.code,
        file.name,
        file.initials,
        file.industry,
        JSON.stringify(file.contacts),
        JSON.stringify(file.terms),
        file.maintainer && JSON.stringify(file.maintainer),
        [file.code, file.name, file.initials, ...file.contacts.map(({ name }) => name)].join(' '),
        file.contacts.map(({ phone }) => phone.replaceAll(/\D/gu, '')).join(' '),
        file.registeredAt,
        version,
      ],
    );
  },
};
