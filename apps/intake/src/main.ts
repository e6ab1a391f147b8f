import { startService } from '@pledge/service-host';
import { IntakeModule } from './intake.module.js';
import { intakeMigrations } from './migrations/index.js';
import { intakeWords } from './words.js';

await startService({ service: 'intake', module: IntakeModule, migrations: intakeMigrations, words: intakeWords });
