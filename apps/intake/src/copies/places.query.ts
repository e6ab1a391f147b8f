import type { FaultTerms } from '@pledge/contracts';
import type { EquipmentRegistered, EventOf } from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import type { Cause, Statement } from '@pledge/messaging';
import { askOnce, firstOf } from '@pledge/messaging';
import { warrantyOn } from '@pledge/promises';
import type { DataSource } from 'typeorm';
import type { Mended, OpenFault } from '../requests/duplicates.js';
import type { Place, PlaceAsked } from '../requests/situation.js';

interface PlaceRow {
  readonly site: { customer_id: string; name: string; address: string; territory: string } | null;
  readonly customer: { customer_id: string; name: string; terms: FaultTerms } | null;
  readonly equipment: EventOf<typeof EquipmentRegistered>['data'] | null;
  readonly open: OpenFault[];
  readonly mended: Mended[];
  readonly number: string | null;
}

const placeSql = `
  select
    (select to_jsonb(s) from site_copy s where site_id = $1) as site,
    (select to_jsonb(c) from customer_copy c where customer_id = $2) as customer,
    (select data from equipment_copy where equipment_id = $3) as equipment,
    (select coalesce(jsonb_agg(jsonb_build_object('requestId', request_id, 'number', number, 'equipmentId', equipment_id,
       'category', category, 'phone', phone, 'email', report #>> '{reportedBy,email}', 'text', left(report ->> 'description', 400),
       'receivedAt', received_at)), '[]')
     from request where site_id = $1 and status in ('received', 'responded') and kind = 'fault') as open,
    (select coalesce(jsonb_agg(jsonb_build_object('requestId', request_id, 'number', number, 'equipmentId', equipment_id,
       'category', category, 'phone', phone, 'email', report #>> '{reportedBy,email}', 'text', left(report ->> 'description', 400),
       'receivedAt', received_at, 'resolvedAt', resolved_at)), '[]')
     from request where site_id = $1 and resolved_at > now() - interval '14 days' and status = 'resolved') as mended,
    case when not exists (select from inbox where cause_by = $4 and cause_key = $5) then nextval('fault_number')::text end as number`;

/** What a report's rule must know of its place: one statement, read under the site's lock; a report that is told again draws no number. */
export const placeAsked = ({ siteId, customerId, equipmentId }: PlaceAsked, { by, key }: Cause): Statement => ({
  text: placeSql,
  values: [siteId, customerId, equipmentId, by, key],
});

/**
 * The place as the copies have it.
 * @param rows of `placeAsked`
 * @throws {Refusal} naming the field where the copies do not know the place or contradict the report
 */
export function knownOf(rows: readonly unknown[], asked: PlaceAsked, now: string, timeZone: string) {
  const [row] = rows as readonly PlaceRow[];
  if (!row?.customer) throw new Refusal('customer-unknown', {}, '/customerId');
  if (!row.site) throw new Refusal('site-unknown', {}, '/siteId');
  if (row.site.customer_id !== asked.customerId) throw new Refusal('site-not-of-customer', {}, '/siteId');
  if (asked.equipmentId !== null && !row.equipment) throw new Refusal('equipment-unknown', {}, '/equipmentId');
  if (row.equipment && row.equipment.siteId !== asked.siteId)
    throw new Refusal('equipment-not-at-site', {}, '/equipmentId');
  return { row, place: placeOf(asked, row.customer, row.site, row.equipment, now, timeZone) };
}

function placeOf(
  asked: PlaceAsked,
  customer: NonNullable<PlaceRow['customer']>,
  site: NonNullable<PlaceRow['site']>,
  equipment: PlaceRow['equipment'],
  now: string,
  timeZone: string,
): Place {
  return {
    customerId: asked.customerId,
    customerName: customer.name,
    terms: customer.terms,
    siteId: asked.siteId,
    siteName: site.name,
    siteAddress: site.address,
    territory: site.territory,
    equipment: equipment && {
      equipmentId: equipment.equipmentId,
      name: equipment.name,
      model: equipment.model,
      serialNumber: equipment.serialNumber,
      category: equipment.category,
      location: equipment.location,
      warranty: warrantyOn(dayOf(now, timeZone), equipment),
    },
  };
}

/** The place that an equipment's label stands for. */
export const placeOfLabel = (db: DataSource, qrToken: string): Promise<PlaceAsked | undefined> =>
  askOnce(
    db,
    firstOf<PlaceAsked>(
      'select customer_id as "customerId", site_id as "siteId", equipment_id as "equipmentId" from equipment_copy where qr_token = $1',
      [qrToken],
    ),
  );

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in the company's time zone, as `2026-11-22`. */
export function dayOf(instant: string, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(new Date(instant));
}
