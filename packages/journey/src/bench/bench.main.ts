/**
 * `npm run bench -w @pledge/journey -- [--scale 1] [--seconds 8] [--asked 200]`: reports a second beside a bare server, whole repairs a
 * second and what one costs, then the desk's questions with years of work behind them (`--asked 0` leaves these out). Ends by itself; `--scale 1` takes some minutes and 6 GB of disk.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { stackOnStandalone } from '../stack-on-standalone.js';
import { signIn } from '../person.js';
import { fill } from './fill.js';
import { measureRepairs } from './repairs.js';
import { compareReports } from './reports.js';
import { ask, questionsOn } from './searches.js';
import { sizesOf } from './sizes.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '8' },
    asked: { type: 'string', default: '200' },
  },
});
const sizes = sizesOf(Number(values.scale));
const stack = await stackOnStandalone(say);
try {
  if (Number(values.seconds) > 0) {
    // First, while nobody has thousands of reports to work through.
    await measureRepairs(stack, Number(values.seconds), say);
    await compareReports(stack, Number(values.seconds), say);
  }

  if (Number(values.asked) > 0) await measureSearches();
} finally {
  await stack.close();
}

async function measureSearches(): Promise<void> {
  const connected = async () => {
    const client = new pg.Client({ connectionString: stack.databaseUrl('intake') });
    await client.connect();
    return client;
  };
  const [db, another] = [await connected(), await connected()];
  try {
    say(`filling: ${JSON.stringify(sizes)}`);
    await fill([db, another], sizes, say);
    const { rows } = await db.query(
      'select (select count(*) from request) as requests, (select count(*) from envelope) as envelopes',
    );
    say(`behind it: ${JSON.stringify(rows[0])}`);

    const agent = await signIn(stack.url, 'agent');
    for (const question of await questionsOn(db, Number(values.asked))) {
      const { name, goalMs, p50Ms, p95Ms, maxMs, asked, found } = await ask(stack.url, agent, question);
      const verdict = p95Ms <= goalMs ? 'kept' : 'MISSED';
      say(
        `${name.padEnd(26)} p50 ${String(p50Ms)} ms  p95 ${String(p95Ms)} ms  max ${String(maxMs)} ms  goal ${String(goalMs)} ms ${verdict}  (${String(asked)} asked, ${String(found)} found)`,
      );
    }
  } finally {
    await db.end();
    await another.end();
  }
}
