import { startService } from '@pledge/service-host';
import { supportMigrations } from './migrations/index.js';
import { SupportModule } from './support.module.js';
import { supportWords } from './words.js';

await startService({ service: 'support', module: SupportModule, migrations: supportMigrations, words: supportWords });
