import { logOf } from './log.js';
import type { RunningService, ServiceDefinition } from './run-service.js';
import { runService } from './run-service.js';
import { readSettings, WrongSettings } from './settings.js';

const wrongSettings = 78;
const longestGoodbye = 9_500;

/** Starts a service as a program: settings from the environment, stopping at SIGTERM and SIGINT. */
export async function startService(definition: ServiceDefinition): Promise<RunningService> {
  const settings = settingsOrExit(definition.service);
  const log = logOf(definition.service, settings.logLevel);
  const abort = new AbortController();
  let running: RunningService | undefined;

  const fail = (failure: unknown) => {
    log.fatal({ err: failure }, 'nobody caught this, stopping');
    process.exit(1);
  };
  process.on('uncaughtException', fail).on('unhandledRejection', fail);

  const goodbye = async (signal: string) => {
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error({}, 'could not stop in time');
      process.exit(1);
    }, longestGoodbye).unref();
    abort.abort();
    await running?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void goodbye(signal).catch(fail));

  try {
    running = await runService(definition, settings, abort.signal);
    return running;
  } catch (failure) {
    if (abort.signal.aborted) return await new Promise<never>(() => {});
    log.fatal({ err: failure }, 'cannot start');
    return process.exit(1);
  }
}

function settingsOrExit(service: string) {
  try {
    return readSettings(service, process.env);
  } catch (failure) {
    if (!(failure instanceof WrongSettings)) throw failure;
    process.stderr.write(`${failure.message}\n`);
    return process.exit(wrongSettings);
  }
}
