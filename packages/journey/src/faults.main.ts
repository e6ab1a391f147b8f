/** `npm run faults -w @pledge/journey`: the main job in a loop while everything is killed, deleted and restarted, one after another. */
import { campaign } from './faults.js';
import { stackOnStandalone } from './stack-on-standalone.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const stack = await stackOnStandalone(say);
try {
  const { walks, faults, wrong } = await campaign(stack, say);
  for (const line of wrong) say(`not ok: ${line}`);
  say(
    `${walks} walks through ${faults} faults: ${wrong.length === 0 ? 'nothing lost, nothing doubled' : `${wrong.length} things are wrong`}`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await stack.close();
}
