import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { SiteCommand, SiteEvent } from './site.js';
import { site } from './site.js';
import { siteStore } from './sites.store.js';

/** The one door into the sites on file. */
export abstract class Sites {
  abstract readonly handle: CommandHandler<SiteCommand, SiteEvent, void>;
}

export const sitesIn = (db: DataSource): Sites => ({
  handle: commandHandler({
    db,
    record: 'site',
    rules: site,
    store: siteStore,
    view: async () => {},
    async inform(tx, _siteId, command) {
      const { customerId } = command.site;
      const found = await tx.query<unknown[]>('select 1 from customer where customer_id = $1', [customerId]);
      return { ...command, known: { customerOnFile: found.length > 0 } };
    },
  }),
});
