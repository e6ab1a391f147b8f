import type { getLabel, ReplyOf } from '@pledge/contracts/http';
import { NotFound } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';

type Label = ReplyOf<typeof getLabel>;

const labelSql = `
  select e.data ->> 'name' as "equipmentName", e.data ->> 'model' as model, e.data ->> 'category' as category,
    e.data ->> 'location' as location, s.name as "siteName",
    (select to_char(min(r.received_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from request r
     where r.equipment_id = e.equipment_id and r.status in ('received', 'responded')) as "openSince"
  from equipment_copy e join site_copy s using (site_id) where e.qr_token = $1`;

/**
 * The equipment that carries a label, without whose it is or who reported what.
 * @throws {NotFound}
 */
export async function labelled(db: EntityManager, qrToken: string): Promise<Label> {
  const [label] = await db.query<Label[]>(labelSql, [qrToken]);
  if (!label) throw new NotFound();
  return label;
}
