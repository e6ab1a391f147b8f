import { migrationsIn } from '@pledge/messaging';

export const supportMigrations = migrationsIn('support', import.meta.url);
