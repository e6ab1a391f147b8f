import type { Store } from '@pledge/messaging';
import type { Site, SiteFile } from './site.js';

interface Row extends Omit<SiteFile, 'registeredAt'> {
  readonly registeredAt: Date;
  readonly version: number;
}

export const siteStore: Store<Site> = {
  async load(tx, siteId) {
    const rows = await tx.query<Row[]>(
      `select site_id as "siteId", customer_id as "customerId", name, address, territory,
         registered_at as "registeredAt", version
       from site where site_id = $1`,
      [siteId],
    );
    if (!rows[0]) return undefined;
    const { version, registeredAt, ...file } = rows[0];
    return { state: { status: 'on-file', file: { ...file, registeredAt: registeredAt.toISOString() } }, version };
  },

  async save(tx, siteId, state, version) {
    if (state.status === 'unknown') throw new Error(`site ${siteId} cannot go back to being unknown`);
    const { customerId, name, address, territory, registeredAt } = state.file;
    await tx.query(
      `insert into site (site_id, customer_id, name, address, territory, search, registered_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (site_id) do update set name = excluded.name, address = excluded.address,
         territory = excluded.territory, search = excluded.search, version = excluded.version`,
      [siteId, customerId, name, address, territory, [name, address, territory].join(' '), registeredAt, version],
    );
  },
};
