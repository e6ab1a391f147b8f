import { startService } from '@pledge/service-host';
import { DispatchModule } from './dispatch.module.js';
import { Engineers } from './engineers/engineers.module.js';
import { dispatchMigrations } from './migrations/index.js';
import { seedRoster } from './seed.js';

await startService({
  service: 'dispatch',
  module: DispatchModule,
  migrations: dispatchMigrations,
  seed: (app) => seedRoster(app.get(Engineers)),
});
