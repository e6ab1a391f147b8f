import type { FaultTerms } from '@pledge/contracts';
import type { EquipmentRegistered, EventOf } from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import { prepared } from '@pledge/messaging';
import type { EntityManager } from 'typeorm';
import type { About, Asked } from './situation.js';

interface AboutRow {
  readonly customer: { customer_id: string; name: string; terms: FaultTerms } | null;
  readonly site: { site_id: string; customer_id: string; name: string } | null;
  readonly equipment: EventOf<typeof EquipmentRegistered>['data'] | null;
}

const aboutSql = `
  select
    (select to_jsonb(c) - 'grams' - 'initial_keys' from customer_copy c where customer_id = $1) as customer,
    (select to_jsonb(s) - 'grams' - 'initial_keys' from site_copy s where site_id = $2) as site,
    (select data from equipment_copy where equipment_id = $3) as equipment`;

/**
 * What the copies know of what an enquiry is about; equipment says its site, a site says its customer.
 * @throws {Refusal} naming the field where the copies do not know it or contradict it
 */
export async function aboutOf(tx: EntityManager, asked: Asked): Promise<About> {
  const [device] =
    asked.equipmentId === null
      ? []
      : await tx.query<{ customer_id: string; site_id: string }[]>(
          'select customer_id, site_id from equipment_copy where equipment_id = $1',
          [asked.equipmentId],
        );
  if (asked.equipmentId !== null && !device) throw new Refusal('equipment-unknown', {}, '/equipmentId');
  const siteId = asked.siteId ?? device?.site_id ?? null;
  if (device && device.site_id !== siteId) throw new Refusal('equipment-not-at-site', {}, '/equipmentId');
  const [place] =
    siteId === null
      ? []
      : await tx.query<{ customer_id: string }[]>('select customer_id from site_copy where site_id = $1', [siteId]);
  if (siteId !== null && !place) throw new Refusal('site-unknown', {}, '/siteId');
  const customerId = asked.customerId ?? place?.customer_id ?? null;
  if (place && place.customer_id !== customerId) throw new Refusal('site-not-of-customer', {}, '/siteId');
  const [row] = await prepared<AboutRow>(tx, aboutSql, [customerId, siteId, asked.equipmentId]);
  if (customerId !== null && !row?.customer) throw new Refusal('customer-unknown', {}, '/customerId');
  const equipment = row?.equipment ?? null;
  return {
    customerId,
    customerName: row?.customer?.name ?? null,
    siteId,
    siteName: row?.site?.name ?? null,
    equipmentId: equipment?.equipmentId ?? null,
    equipmentName: equipment?.name ?? null,
    equipmentModel: equipment?.model ?? null,
    serialNumber: equipment?.serialNumber ?? null,
    category: equipment?.category ?? null,
    respondMinutes: row?.customer?.terms.respondMinutes ?? null,
  };
}
