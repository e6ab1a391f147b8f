import { migrationsIn } from '@pledge/messaging';

export const supervisionMigrations = migrationsIn('supervision', import.meta.url);
