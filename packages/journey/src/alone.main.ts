/** `npm run alone -w @pledge/journey [-- minutes]`: intake takes everything while NATS and every other department are away; ten minutes unless told. */
import { intakeAlone } from './alone.js';
import { stackOnStandalone } from './stack-on-standalone.js';
import { People } from './person.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const minutes = Math.min(30, Math.max(0.1, Number(process.argv[2] ?? '10')));
const stack = await stackOnStandalone(say);
try {
  const people = new People(stack.url, 120_000);
  const { sent, accepted, refused, settledAfterMs, wrong } = await intakeAlone(stack, people, {
    seconds: minutes * 60,
    everyMs: 500,
    settleWithinMs: 60_000,
  });
  for (const line of [...refused, ...wrong]) say(`not ok: ${line}`);
  say(
    `intake alone for ${String(minutes)} min: ${String(accepted)} of ${String(sent)} accepted, settled everywhere ${String(settledAfterMs)} ms after the others were back`,
  );
  process.exitCode = refused.length + wrong.length === 0 ? 0 : 1;
} finally {
  await stack.close();
}
