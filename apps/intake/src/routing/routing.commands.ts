import type { Routing } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { RoutingChanged, RoutingCommand } from './routing.js';
import { routingTable } from './routing.js';
import { routingOf } from './routing.query.js';
import { routingStore } from './routing.store.js';

/** There is one table. */
export const routingId = '018f7a52-0000-7000-8000-000000000019';

/** The one door into the routing table. */
export abstract class RoutingTables {
  abstract readonly handle: CommandHandler<RoutingCommand, RoutingChanged, Routing>;
}

export const routingTablesIn = (db: DataSource): RoutingTables => ({
  handle: commandHandler({ db, record: 'routing', rules: routingTable, store: routingStore, view: routingOf }),
});
