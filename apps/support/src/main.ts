import { startService } from '@pledge/service-host';
import { Articles } from './articles/articles.commands.js';
import { supportMigrations } from './migrations/index.js';
import { seedArticles } from './seed.js';
import { SupportModule } from './support.module.js';
import { supportWords } from './words.js';

await startService({
  service: 'support',
  module: SupportModule,
  migrations: supportMigrations,
  words: supportWords,
  seed: (app) => seedArticles(app.get(Articles)),
});
