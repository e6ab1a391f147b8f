import type { CallerIdentity } from '@pledge/contracts';
import type { EquipmentRegistered, EventOf } from '@pledge/contracts/events';
import type { CallerEquipment, CustomerCard, InputOf, listCallerEquipment } from '@pledge/contracts/http';
import { warrantyOn } from '@pledge/promises';
import { maskedPhone, NotFound } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { complaintsSeenBy, isSeen } from '../requests/complaints-seen.js';
import { within, wordsOf } from '../search/grams.js';
import { seesPhones } from './phones-seen.js';

const open = `r.status in ('received', 'responded')`;
const utc = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const line = (
  dueAt: string,
) => `jsonb_build_object('id', r.request_id, 'number', r.number, 'kind', coalesce(r.report ->> 'kind', 'fault'),
  'status', r.status, 'title', left(coalesce(r.report ->> 'subject', r.report ->> 'description'), 80), 'siteId', r.site_id,
  'equipmentId', r.equipment_id, 'receivedAt', ${utc('r.received_at')}, 'dueAt', ${dueAt})`;

const cardSql = `
  select c.customer_id as "customerId", c.name, c.code, c.industry, c.terms,
    case when c.maintainer is not null then jsonb_build_object('name', c.maintainer ->> 'name') end as maintainer,
    (select coalesce(jsonb_agg(jsonb_build_object('id', contact_id, 'name', name, 'phone', phone, 'email', email, 'duty', duty)
       order by name), '[]') from contact_copy k where k.customer_id = c.customer_id) as contacts,
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.site_id, 'name', s.name, 'address', s.address,
       'equipmentCount', (select count(*) from equipment_copy e where e.site_id = s.site_id),
       'openCount', (select count(*) from request r where r.site_id = s.site_id and ${open} and ${isSeen('r', '$2')})) order by s.name), '[]')
     from site_copy s where s.customer_id = c.customer_id) as sites,
    (select coalesce(jsonb_agg(told order by received_at desc), '[]') from (
       select r.received_at, ${line(utc('r.due_at'))} as told from request r
       where r.customer_id = c.customer_id and ${open} and ${isSeen('r', '$2')} order by r.received_at desc limit 100) as lines) as open,
    (select coalesce(jsonb_agg(told order by received_at desc), '[]') from (
       select r.received_at, ${line('null')} as told from request r
       where r.customer_id = c.customer_id and r.status in ('resolved', 'closed', 'joined') and ${isSeen('r', '$2')}
       order by r.received_at desc limit 20) as lines) as past
  from customer_copy c where c.customer_id = $1`;

/** Everything an agent sees of a customer while the caller is on the line, in one statement. */
export async function customerCardOf(
  db: EntityManager,
  customerId: string,
  caller: CallerIdentity,
): Promise<CustomerCard> {
  const [card] = await db.query<CustomerCard[]>(cardSql, [customerId, complaintsSeenBy(caller)]);
  if (!card) throw new NotFound();
  if (seesPhones(caller)) return card;
  const contacts = card.contacts.map((contact) => ({ ...contact, phone: maskedPhone(contact.phone), email: null }));
  return { ...card, contacts };
}

type Copied = EventOf<typeof EquipmentRegistered>['data'];
interface EquipmentRow {
  readonly data: Copied;
  readonly site_name: string;
  readonly open_request: CallerEquipment['openRequest'];
}

/** @throws {NotFound} where there is no such customer */
export async function equipmentOfCustomer(
  db: EntityManager,
  { customerId, siteId, q, limit }: { readonly customerId: string } & InputOf<typeof listCallerEquipment>['query'],
  today: string,
  caller: CallerIdentity,
): Promise<CallerEquipment[]> {
  const patterns = wordsOf(q ?? '').map(within);
  const [known, rows] = await Promise.all([
    db.query<unknown[]>('select 1 from customer_copy where customer_id = $1', [customerId]),
    db.query<EquipmentRow[]>(
      `select e.data, s.name as site_name,
         (select jsonb_build_object('id', r.request_id, 'number', r.number) from request r
          where r.equipment_id = e.equipment_id and ${open} and ${isSeen('r', '$5')} order by r.received_at limit 1) as open_request
       from equipment_copy e join site_copy s using (site_id)
       where e.customer_id = $1 and ($2::uuid is null or e.site_id = $2) and e.search like all ($3::text[])
       order by s.name, e.data ->> 'location', e.data ->> 'name', e.equipment_id limit $4`,
      [customerId, siteId ?? null, patterns, limit, complaintsSeenBy(caller)],
    ),
  ]);
  if (known.length === 0) throw new NotFound();
  return rows.map(({ data, site_name: siteName, open_request: openRequest }) => ({
    id: data.equipmentId,
    siteId: data.siteId,
    siteName,
    name: data.name,
    model: data.model,
    serialNumber: data.serialNumber,
    category: data.category,
    location: data.location,
    warranty: warrantyOn(today, data),
    openRequest,
  }));
}
