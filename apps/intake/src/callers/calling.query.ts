import type { Envelope } from '@pledge/contracts/http';
import type { EntityManager } from 'typeorm';
import { digits } from '../requests/phone.js';

interface Calling {
  /** Null where the number is withheld. */
  readonly phone: string | null;
  /** Whose number it is, where one contact has it alone. */
  readonly contactName: string | null;
  readonly found: Envelope['found'];
}

/** What a number tells of who calls, faxes or came with a page: the customer, where a contact of only one has it. */
export async function callingFrom(db: EntityManager, told: string | null | undefined): Promise<Calling> {
  const phone = !told || told.toLowerCase() === 'anonymous' ? null : told;
  const { contactName, ...customer } = await customerAt(db, digits(phone));
  const nothingElse = { siteId: null, equipmentId: null, equipmentName: null, repliesTo: null, suspicion: null };
  return { phone, contactName, found: { ...customer, ...nothingElse } };
}

async function customerAt(db: EntityManager, dialled: string) {
  const rows =
    dialled === ''
      ? []
      : await db.query<{ customerId: string; customerName: string; contactName: string | null }[]>(
          `select c.customer_id as "customerId", c.name as "customerName",
             case when count(distinct k.name) = 1 then min(k.name) end as "contactName"
           from contact_copy k join customer_copy c using (customer_id) where k.dialled = $1
           group by c.customer_id, c.name limit 2`,
          [dialled],
        );
  const [only, another] = rows;
  return only && !another ? only : { customerId: null, customerName: null, contactName: null };
}
