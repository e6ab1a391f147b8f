import { migrationsIn } from '@pledge/messaging';

export const archivesMigrations = migrationsIn('archives', import.meta.url);
