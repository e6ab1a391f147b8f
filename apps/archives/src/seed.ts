import { demoCustomers, demoEquipment, demoSites } from '@pledge/demo';
import type { DataSource } from 'typeorm';
import type { Customers } from './customers/customers.module.js';
import type { InstalledBase } from './equipment/equipment.module.js';
import type { Sites } from './sites/sites.module.js';

const atOnce = 6;

/** Puts the demo company on file; what is on file already is left alone. */
export async function fileDemo(
  db: DataSource,
  customers: Customers,
  sites: Sites,
  installedBase: InstalledBase,
): Promise<void> {
  const rows = await db.query<{ id: string }[]>(
    `select customer_id as id from customer union all select site_id from site union all select equipment_id from equipment`,
  );
  const onFile = new Set(rows.map(({ id }) => id));
  const cause = (key: string) => ({ by: 'demo', key });

  await inTurn(
    demoCustomers,
    ({ customerId }) => onFile.has(customerId),
    (customer) => customers.handle(customer.customerId, { type: 'register', customer }, cause(customer.customerId)),
  );
  await inTurn(
    demoSites,
    ({ siteId }) => onFile.has(siteId),
    (site) => sites.handle(site.siteId, { type: 'register', site }, cause(site.siteId)),
  );
  await inTurn(
    demoEquipment,
    ({ equipmentId }) => onFile.has(equipmentId),
    (piece) => installedBase.handle(piece.equipmentId, { type: 'register', piece }, cause(piece.equipmentId)),
  );
}

/** A few at a time, so that the pool keeps connections for others. */
async function inTurn<Item>(
  items: readonly Item[],
  done: (item: Item) => boolean,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items.filter((item) => !done(item)).values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
