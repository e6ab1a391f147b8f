import { startService } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { ArchivesModule } from './archives.module.js';
import { archivesWords } from './words.js';
import { Customers } from './customers/customers.commands.js';
import { fileDemo } from './seed.js';
import { InstalledBase } from './equipment/equipment.commands.js';
import { archivesMigrations } from './migrations/index.js';
import { Sites } from './sites/sites.commands.js';

await startService({
  service: 'archives',
  module: ArchivesModule,
  migrations: archivesMigrations,
  words: archivesWords,
  seed: (app) => fileDemo(app.get(DataSource), app.get(Customers), app.get(Sites), app.get(InstalledBase)),
});
