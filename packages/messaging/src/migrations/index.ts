import type { MigrationInterface } from 'typeorm';
import { Messaging1700000000001 } from './1700000000001-messaging.js';

/** To stand before a service's own migrations. */
export const messagingMigrations: (new () => MigrationInterface)[] = [Messaging1700000000001];
