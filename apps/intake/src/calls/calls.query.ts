import type { Person } from '@pledge/contracts';
import type { Envelope } from '@pledge/contracts/http';
import type { EntityManager } from 'typeorm';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { digits } from '../requests/phone.js';

/** A call and the version it was read at; a call nobody told of has version 0. */
export async function callAt(db: EntityManager, envelopeId: string) {
  const [row] = await db.query<{ call: Envelope['call']; version: number }[]>(
    'select call, version from envelope where envelope_id = $1',
    [envelopeId],
  );
  return { call: row?.call ?? null, version: row?.version ?? 0 };
}

/** The customer whose contact has this number, where it is only one; and the contact's name, where they have it alone. */
export async function customerCalling(db: EntityManager, phone: string | null) {
  const dialled = digits(phone);
  const rows =
    dialled === ''
      ? []
      : await db.query<{ customer_id: string; name: string; contact: string | null }[]>(
          `select c.customer_id, c.name, case when count(distinct k.name) = 1 then min(k.name) end as contact
           from contact_copy k join customer_copy c using (customer_id) where k.dialled = $1
           group by c.customer_id, c.name limit 2`,
          [dialled],
        );
  const [only, another] = rows;
  return only && !another
    ? { contactName: only.contact, customer: { customerId: only.customer_id, customerName: only.name } }
    : { contactName: null, customer: { customerId: null, customerName: null } };
}

/** Who the telephone system means, among the people of the roster around now: by id, name or telephone. */
export async function agentNamed(db: EntityManager, agent: string): Promise<Person | null> {
  const rows = await db.query<{ personId: string; name: string; phone: string | null }[]>(
    `select distinct p ->> 'personId' as "personId", p ->> 'name' as name, p ->> 'phone' as phone
     from shift, jsonb_array_elements(people) p
     where status <> 'cancelled' and starts_at < clock_timestamp() + interval '1 day'
       and starts_at > clock_timestamp() - interval '2 days'`,
  );
  const called = digits(agent);
  const known = rows.filter(
    ({ personId, name, phone }) => personId === agent || name === agent || (called !== '' && digits(phone) === called),
  );
  const [only] = known;
  return only && new Set(known.map(({ personId }) => personId)).size === 1
    ? { personId: only.personId, name: only.name }
    : null;
}

/** Calls that ring or go on, and those of this person that have no outcome yet. */
export async function callsFor(db: EntityManager, personId: string): Promise<Envelope[]> {
  const rows = await db.query<{ id: string }[]>(
    `select envelope_id as id from envelope
     where status = 'waiting' and call is not null and (taken_by ->> 'personId' = $1
       or (call ->> 'state' in ('ringing', 'answered') and received_at > clock_timestamp() - interval '12 hours'))
     order by received_at desc, envelope_id limit 50`,
    [personId],
  );
  const calls: Envelope[] = [];
  for (const { id } of rows) calls.push(await envelopeOf(db, id));
  return calls;
}
