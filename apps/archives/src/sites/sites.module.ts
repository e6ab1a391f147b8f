import { Module } from '@nestjs/common';
import { aggregate, aggregateModule, containsPattern, documents, listOf, projectionOf } from '@pledge/application';
import type { Site as SiteView } from '@pledge/contracts/http';
import { listSites } from '@pledge/contracts/http';
import { Commands, question } from '@pledge/messaging';
import { ofTheirCustomer } from '../scope.js';
import type { SiteCommand } from './site.js';
import { site } from './site.js';

export abstract class Sites extends Commands<SiteCommand> {}

export const sites = aggregate('site', site, {
  store: documents('site', 'site_id', {
    customer_id: ({ file }) => file.customerId,
    name: ({ file }) => file.name,
    address: ({ file }) => file.address,
    territory: ({ file }) => file.territory,
    search: ({ file }) => [file.name, file.address, file.territory].join(' '),
  }),
  context: (_siteId, { site: { customerId } }) => ({
    customerOnFile: question(
      'select 1 from customer where customer_id = $1',
      [customerId],
      (rows: readonly unknown[]) => rows.length > 0,
    ),
  }),
});

const view = projectionOf<SiteView>({
  from: 'site s join customer c using (customer_id)',
  key: 's.site_id',
  select: {
    ...{ id: 's.site_id', customerId: 's.customer_id', customerName: 'c.name', name: 's.name', address: 's.address' },
    ...{ territory: 's.territory', version: 's.version' },
    equipmentCount: '(select count(*)::int from equipment e where e.site_id = s.site_id)',
  },
});

export const siteList = listOf(listSites, view, {
  filters: { customerId: 's.customer_id' },
  search(q) {
    const pattern = containsPattern(q);
    if (pattern === null) return undefined;
    return (at) => `(s.search ilike ${at(pattern)} or c.search ilike ${at(pattern)})`;
  },
  visible: ofTheirCustomer('s.customer_id'),
  order: [['s.site_id', 'asc', 'uuid']],
});

@Module(aggregateModule(sites, Sites, { lists: [siteList] }))
export class SitesModule {}
