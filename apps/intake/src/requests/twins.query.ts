import type { Category } from '@pledge/contracts';
import type { findTwins, InputOf, Twin } from '@pledge/contracts/http';
import type { EntityManager } from 'typeorm';
import { digits } from './phone.js';
import type { Candidate } from './twins.js';
import { likelyTwins } from './twins.js';

type TwinRow = Omit<Candidate, 'receivedAt'> &
  Pick<Twin, 'status' | 'reporter' | 'siteName' | 'equipmentName'> & { readonly receivedAt: Date };

// Each of the four has an index that holds little but what is open: the site, the customer, the phone, and what was mended lately there.
const candidatesSql = `
  with candidate as (
    (select request_id from request where site_id = $1 and status in ('received', 'responded') order by received_at desc limit 100)
    union (select request_id from request where customer_id = $2 and status in ('received', 'responded') order by received_at desc limit 100)
    union (select request_id from request where phone = $3 and phone <> '' and received_at > now() - interval '1 day'
      and status in ('received', 'responded') order by received_at desc limit 20)
    union (select request_id from request where site_id = $1 and resolved_at > now() - interval '7 days' order by resolved_at desc limit 50)
  )
  select r.request_id as "requestId", r.number, r.status, r.site_id as "siteId", r.equipment_id as "equipmentId", r.category, r.phone,
    r.received_at as "receivedAt", r.kind = 'fault' as "isFault", r.status in ('received', 'responded') as open,
    left(r.report ->> 'description', 400) as text, r.report #>> '{reportedBy,email}' as email,
    r.report #>> '{reportedBy,name}' as reporter, r.report ->> 'siteName' as "siteName", r.report ->> 'equipmentName' as "equipmentName"
  from candidate join request r using (request_id)
  where r.kind = $4 and ($2::uuid is null or r.customer_id is null or r.customer_id = $2)`;

/** Requests that a report which is being typed may tell of again. */
export async function twinsOf(
  db: EntityManager,
  { kind, customerId, siteId, equipmentId, category, phone, text }: InputOf<typeof findTwins>['query'],
): Promise<Twin[]> {
  const dialled = digits(phone ?? null);
  const rows = await db.query<TwinRow[]>(candidatesSql, [siteId ?? null, customerId ?? null, dialled, kind]);
  const candidates = rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
  const typed = {
    siteId: siteId ?? null,
    equipmentId: equipmentId ?? null,
    category: category ?? (await categoryOf(db, equipmentId)),
    phone: dialled,
    email: null,
    text: text ?? '',
    receivedAt: new Date().toISOString(),
  };
  return likelyTwins(typed, candidates).map(({ candidate, reasons, joins }) => {
    const {
      requestId: id,
      number,
      reporter,
      siteName,
      equipmentName,
      receivedAt,
      status,
      text: description,
    } = candidate;
    return {
      id,
      number,
      reporter,
      siteName,
      equipmentName,
      receivedAt,
      status,
      description,
      reasons: [...reasons],
      joins,
    };
  });
}

async function categoryOf(db: EntityManager, equipmentId: string | undefined): Promise<Category | null> {
  if (equipmentId === undefined) return null;
  const [row] = await db.query<{ category: Category }[]>(
    `select data ->> 'category' as category from equipment_copy where equipment_id = $1`,
    [equipmentId],
  );
  return row?.category ?? null;
}
