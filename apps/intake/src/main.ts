import type { Logger } from '@pledge/messaging';
import { LOG, startService } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Calendar } from './calendar.js';
import { IntakeModule } from './intake.module.js';
import { intakeMigrations } from './migrations/index.js';
import { Requests } from './requests/requests.commands.js';
import { Roster } from './roster/roster.commands.js';
import { seedReports, seedRoster } from './seed.js';
import { seedTemplates, Templates } from './templates/templates.commands.js';
import { intakeWords } from './words.js';

const end = new AbortController();
process.once('SIGTERM', () => end.abort());

await startService({
  service: 'intake',
  module: IntakeModule,
  migrations: intakeMigrations,
  words: intakeWords,
  seed: async (app) => {
    await seedTemplates(app.get(Templates));
    await seedRoster(app.get(DataSource), app.get(Roster), app.get(Calendar).work);
    // Not waited for: it needs what the archive announces, and intake takes reports before.
    seedReports(app.get(Requests), app.get(Calendar).work, end.signal).catch((err: unknown) => {
      app.get<Logger>(LOG).error({ err }, 'the demo reports could not be entered');
    });
  },
});
