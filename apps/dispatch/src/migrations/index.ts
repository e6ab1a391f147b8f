import { migrationsIn } from '@pledge/messaging';

export const dispatchMigrations = migrationsIn('dispatch', import.meta.url);
