/** `npm run measure -w @pledge/journey`: memory, reports a second, and the time from a report to its order. */
import { houseOnStandalone } from './house-on-standalone.js';
import { measure } from './measure.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const house = await houseOnStandalone(say);
try {
  await measure(house, say);
} finally {
  await house.close();
}
