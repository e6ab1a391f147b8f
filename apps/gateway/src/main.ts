import { startService, WrongSettings } from '@pledge/service-host';
import { readFrontSettings } from './front-settings.query.js';
import { gateway } from './gateway.module.js';

const wrongSettings = 78;

function settingsOrExit() {
  try {
    return readFrontSettings(process.env);
  } catch (failure) {
    if (!(failure instanceof WrongSettings)) throw failure;
    process.stderr.write(`${failure.message}\n`);
    return process.exit(wrongSettings);
  }
}

await startService(gateway(settingsOrExit()));
