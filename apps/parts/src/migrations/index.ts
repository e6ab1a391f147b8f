import { migrationsIn } from '@pledge/messaging';

export const partsMigrations = migrationsIn('parts', import.meta.url);
