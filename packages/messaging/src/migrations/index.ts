import type { MigrationInterface } from 'typeorm';
import { Messaging1700000000001 } from './1700000000001-messaging.js';
import { Unforgeable1700000000005 } from './1700000000005-unforgeable.js';
import { WaitingAndStuck1700000000004 } from './1700000000004-waiting-and-stuck.js';

/** To stand before a service's own migrations. */
export const messagingMigrations: (new () => MigrationInterface)[] = [
  Messaging1700000000001,
  WaitingAndStuck1700000000004,
  Unforgeable1700000000005,
];
