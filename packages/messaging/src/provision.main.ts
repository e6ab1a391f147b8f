import { services, tellings, topology } from '@pledge/contracts';
import { BusConnection, natsOptionsFrom } from './connection.js';
import type { Logger } from './logger.js';
import { pause } from './backoff.js';
import { provision } from './provision.js';

const everyMs = 2_000;

const say = (level: string) => (about: object, msg: string) => {
  const told = Object.entries(about).map(([key, value]) => [
    key,
    value instanceof Error ? value.message : (value as unknown),
  ]);
  process.stdout.write(`${JSON.stringify({ level, service: 'provision', msg, ...Object.fromEntries(told) })}\n`);
};
const logger: Logger = { debug() {}, info: say('info'), warn: say('warn'), error: say('error') };

/** Keeps streams and durables as they should be, for ever; with `--once` until they are so once. */
async function main(): Promise<void> {
  const once = process.argv.includes('--once');
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());
  const bus = new BusConnection('provision', natsOptionsFrom(process.env), logger);
  const speakers = services.filter((service) => service !== 'gateway');

  for (let failures = 0; !end.signal.aborted;) {
    const connected = await bus.ready(end.signal);
    if (!connected) continue;
    try {
      await provision(connected.jsm, { services: speakers, topology, tellings, logger });
      failures = 0;
      if (once) break;
    } catch (failure) {
      if (failures === 0) logger.warn({ err: failure }, 'could not provision, trying on');
      failures += 1;
    }
    await pause(failures > 0 ? 500 : everyMs, end.signal);
  }
  await bus.close();
}

await main();
