/** `npm run measure -w @pledge/journey`: memory, reports a second, and the time from a report to its order. */
import { stackOnStandalone } from './stack-on-standalone.js';
import { measure } from './measure.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const stack = await stackOnStandalone(say);
try {
  await measure(stack, say);
} finally {
  await stack.close();
}
