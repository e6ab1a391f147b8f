import { startService } from '@pledge/service-host';
import { supervisionMigrations } from './migrations/index.js';
import { SupervisionModule } from './supervision.module.js';

await startService({
  service: 'supervision',
  module: SupervisionModule,
  migrations: supervisionMigrations,
});
