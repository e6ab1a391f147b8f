import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { CustomerCommand, CustomerEvent } from './customer.js';
import { customer } from './customer.js';
import { customerStore } from './customers.store.js';

/** The one door into the customers on file. */
export abstract class Customers {
  abstract readonly handle: CommandHandler<CustomerCommand, CustomerEvent, void>;
}

export const customersIn = (db: DataSource): Customers => ({
  handle: commandHandler({ db, record: 'customer', rules: customer, store: customerStore, view: async () => {} }),
});
