import { migrationsIn } from '@pledge/messaging';

export const intakeMigrations = migrationsIn('intake', import.meta.url);
