import { migrationsIn } from './sql-migrations.js';

/** To stand before a service's own migrations. */
export const messagingMigrations = migrationsIn('messaging', import.meta.url);
