import { Module } from '@nestjs/common';
import { aggregate, aggregateModule, documents, listOf, projectionOf } from '@pledge/application';
import type { Part as PartView } from '@pledge/contracts/http';
import { listParts } from '@pledge/contracts/http';
import { Commands } from '@pledge/messaging';
import type { PartCommand } from './part.js';
import { part } from './part.js';

export abstract class Catalogue extends Commands<PartCommand> {}

export const parts = aggregate('part', part, {
  store: documents('part', 'part_id', {
    code: ({ file }) => file.code,
    name: ({ file }) => file.name,
    model: ({ file }) => file.model,
    unit: ({ file }) => file.unit,
    category: ({ file }) => file.category,
    lead_time_days: ({ file }) => file.leadTimeDays,
    serial_tracked: ({ file }) => file.serialTracked ?? false,
    search: ({ file }) => [file.code, file.name, file.model].join(' '),
  }),
});

const view = projectionOf<PartView>({
  from: `part p cross join lateral (
    select coalesce(sum(on_hand), 0)::int as on_hand, coalesce(sum(available), 0)::int as available
    from stock where part_id = p.part_id
  ) as total`,
  base: 'part p',
  key: 'p.part_id',
  select: {
    ...{ id: 'p.part_id', code: 'p.code', name: 'p.name', model: 'p.model', unit: 'p.unit', category: 'p.category' },
    ...{
      leadTimeDays: 'p.lead_time_days',
      serialTracked: 'p.serial_tracked',
      onHand: 'total.on_hand',
      available: 'total.available',
      version: 'p.version',
    },
  },
});

@Module(
  aggregateModule(parts, Catalogue, {
    lists: [listOf(listParts, view, { search: 'p.search', order: [['p.code', 'asc', 'text']] })],
  }),
)
export class CatalogueModule {}
