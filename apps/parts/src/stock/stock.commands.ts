import type { Stock } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { StockCommand, StockEvent } from './stock-item.js';
import { stockItem } from './stock-item.js';
import { stockOf } from './stock.query.js';
import { stockStore } from './stock.store.js';

/** The one door into what lies where. */
export abstract class StockItems {
  abstract readonly handle: CommandHandler<StockCommand, StockEvent, Stock>;
}

export const stockItemsIn = (db: DataSource): StockItems => ({
  handle: commandHandler({ db, record: 'stock', rules: stockItem, store: stockStore, view: stockOf }),
});
