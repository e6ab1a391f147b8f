/** `npm run walk -w @pledge/journey -- [url]`: the main job once, through a stack with a demo company that is running already. */
import { equipmentInWarranty, walkMainJob } from './main-job.js';
import { People } from './person.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const started = Date.now();
const people = new People(process.argv[2] ?? 'http://127.0.0.1:8080', 60_000);
const [device] = await equipmentInWarranty(people);
if (!device) throw new Error('the demo company has nothing in warranty');
const { number, orderNumber } = await walkMainJob(people, device, 60_000);
say(
  `${number} was repaired by ${orderNumber}, signed, filed and kept its promises, in ${String(Date.now() - started)} ms`,
);
