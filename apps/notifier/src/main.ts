import { startService, WrongSettings } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import type { MailSettings } from './mail/mail.settings.js';
import { readMailSettings } from './mail/mail.settings.js';
import { notifierMigrations } from './migrations/index.js';
import { NotifierModule } from './notifier.module.js';
import { seedRecipients } from './recipients/recipients.seed.js';

await startService({
  service: 'notifier',
  module: NotifierModule.with(mailSettingsOrExit()),
  migrations: notifierMigrations,
  seed: (app) => seedRecipients(app.get(DataSource)),
});

function mailSettingsOrExit(): MailSettings {
  try {
    return readMailSettings(process.env);
  } catch (failure) {
    if (!(failure instanceof WrongSettings)) throw failure;
    process.stderr.write(`${failure.message}\n`);
    return process.exit(78);
  }
}
