import { migrationsIn } from '@pledge/messaging';

export const notifierMigrations = migrationsIn('notifier', import.meta.url);
