import { startService } from '@pledge/service-host';
import { Articles } from './articles/articles.module.js';
import { supportMigrations } from './migrations/index.js';
import { seedArticles } from './seed.js';
import { SupportModule } from './support.module.js';

await startService({
  service: 'support',
  module: SupportModule,
  migrations: supportMigrations,
  seed: (app) => seedArticles(app.get(Articles)),
});
