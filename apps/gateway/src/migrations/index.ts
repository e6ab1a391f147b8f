import { migrationsIn } from '@pledge/messaging';

export const gatewayMigrations = migrationsIn('gateway', import.meta.url);
