import { startService } from '@pledge/service-host';
import { DispatchModule } from './dispatch.module.js';
import { Engineers } from './engineers/engineers.commands.js';
import { dispatchMigrations } from './migrations/index.js';
import { seedRoster } from './seed.js';
import { words } from './words.js';

await startService({
  service: 'dispatch',
  module: DispatchModule,
  migrations: dispatchMigrations,
  words,
  seed: (app) => seedRoster(app.get(Engineers)),
});
