import type { EntityManager } from 'typeorm';
import type { Candidate, Named } from './thread.js';

export interface Sender {
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** How many other mails of theirs came within the hour. */
  readonly othersWithinHour: number;
}

/** Who writes from this address: the customer whose contact has it, where it is only one. */
export async function senderAt(db: EntityManager, email: string | null, envelopeId: string): Promise<Sender> {
  if (email === null) return { customerId: null, customerName: null, othersWithinHour: 0 };
  const customers = await db.query<{ customer_id: string; name: string }[]>(
    `select distinct c.customer_id, c.name from contact_copy k join customer_copy c using (customer_id)
     where k.mail = search_text($1) limit 2`,
    [email],
  );
  const [count] = await db.query<{ others: number }[]>(
    `select count(*)::int as others from envelope where channel = 'email' and sender ->> 'email' = $1
     and envelope_id <> $2 and stored_at > clock_timestamp() - interval '1 hour'`,
    [email, envelopeId],
  );
  const [only, another] = customers;
  const known = only && !another ? only : null;
  return {
    customerId: known?.customer_id ?? null,
    customerName: known?.name ?? null,
    othersWithinHour: count?.others ?? 0,
  };
}

/** The requests that a mail names, with whether its sender has to do with them. */
export async function candidatesOf(db: EntityManager, named: Named, email: string | null): Promise<Candidate[]> {
  if (named.requestIds.length + named.numbers.length === 0) return [];
  return db.query<Candidate[]>(
    `select r.request_id as "requestId", r.number, other.status in ('received', 'responded') as open,
       case when r.joined_to is not null then jsonb_build_object('id', other.request_id, 'number', other.number) end as "joinedTo",
       coalesce($3::text is not null and (search_text(r.report #>> '{reportedBy,email}') = search_text($3) or exists (
         select 1 from contact_copy k where k.customer_id = r.customer_id and k.mail = search_text($3))), false) as "knowsSender"
     from request r join request other on other.request_id = coalesce(r.joined_to, r.request_id)
     where r.request_id = any($1) or r.number = any($2)`,
    [named.requestIds, named.numbers, email],
  );
}
