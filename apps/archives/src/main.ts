import { startService } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { ArchivesModule } from './archives.module.js';
import { Customers } from './customers/customers.module.js';
import { fileDemo } from './seed.js';
import { InstalledBase } from './equipment/equipment.module.js';
import { archivesMigrations } from './migrations/index.js';
import { Sites } from './sites/sites.module.js';

await startService({
  service: 'archives',
  module: ArchivesModule,
  migrations: archivesMigrations,
  seed: (app) => fileDemo(app.get(DataSource), app.get(Customers), app.get(Sites), app.get(InstalledBase)),
});
