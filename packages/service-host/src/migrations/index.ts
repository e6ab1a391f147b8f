import { migrationsIn } from '@pledge/messaging';

/** What every service has by its host. */
export const hostMigrations = migrationsIn('host', import.meta.url);
