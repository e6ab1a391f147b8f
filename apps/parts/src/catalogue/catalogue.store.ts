import type { Store } from '@pledge/messaging';
import type { Part, PartFile } from './part.js';

export const partStore: Store<Part> = {
  async load(tx, partId) {
    const [row] = await tx.query<(PartFile & { version: number })[]>(
      `select part_id as "partId", code, name, model, unit, category, lead_time_days as "leadTimeDays", version
       from part where part_id = $1`,
      [partId],
    );
    if (!row) return undefined;
    const { version, ...file } = row;
    return { state: { status: 'catalogued', file }, version };
  },

  async save(tx, partId, state, version) {
    if (state.status === 'unknown') throw new Error(`part ${partId} cannot be taken out of the catalogue`);
    const { code, name, model, unit, category, leadTimeDays } = state.file;
    await tx.query(
      `insert into part (part_id, code, name, model, unit, category, lead_time_days, search, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (part_id) do update set code = excluded.code, name = excluded.name, model = excluded.model,
         unit = excluded.unit, category = excluded.category, lead_time_days = excluded.lead_time_days,
         search = excluded.search, version = excluded.version`,
      [partId, code, name, model, unit, category, leadTimeDays, [code, name, model].join(' '), version],
    );
  },
};
