import { Leases } from '../lease.js';
import { silent } from '../logger.js';

/** A program that takes one lease and says so, to be stopped or frozen from outside. */
const [, , databaseUrl = '', name = ''] = process.argv;
new Leases(databaseUrl, 'frozen', silent).whileHeld(name, async (signal) => {
  process.stdout.write('held\n');
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
});
