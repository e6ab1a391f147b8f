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
