import { setTimeout as rest } from 'node:timers/promises';
import { departments } from '@pledge/contracts';
import type { BreakableStack } from './stack.js';
import type { Walked } from './main-job.js';
import { equipmentInWarranty, walkMainJob } from './main-job.js';
import { People } from './person.js';
import { onHandByPart, quiet, reckon } from './reckoning.js';

export interface Campaign {
  readonly walks: number;
  readonly faults: number;
  /** What is lost, doubled or stuck, a line each. */
  readonly wrong: readonly string[];
}

interface Fault {
  readonly name: string;
  readonly strike: (stack: BreakableStack) => Promise<void>;
}

export const everyFault: readonly Fault[] = [
  ...[...departments, 'notifier' as const, 'gateway' as const].map((service) => ({
    name: `kill -9 of ${service}`,
    strike: (stack: BreakableStack) => stack.kill(service),
  })),
  { name: 'kill -9 of NATS', strike: (stack) => stack.kill('nats') },
  { name: 'deletion of the NATS store', strike: (stack) => stack.wipeNats() },
  { name: 'restart of PostgreSQL', strike: (stack) => stack.restartPostgres() },
];

const patienceMs = 120_000;

async function untilReady(url: string): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until;) {
    const ready = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await rest(250);
  }
  throw new Error('the stack did not get ready again');
}

/**
 * Walkers walk the main job without a pause while one fault after another strikes; then everything is counted.
 * Bounded: it ends after the last fault, when the walks that are under way are done.
 */
export async function campaign(
  stack: BreakableStack,
  say: (line: string) => void,
  { faults = everyFault, walkers = 2 }: { readonly faults?: readonly Fault[]; readonly walkers?: number } = {},
): Promise<Campaign> {
  const people = new People(stack.url, patienceMs);
  await untilReady(stack.url);
  const equipment = await equipmentInWarranty(people);
  const before = await onHandByPart(people);
  const walks: Walked[] = [];
  const wrong: string[] = [];
  let over = false;

  const walker = async (place: number) => {
    for (let next = place; !over; next += walkers) {
      const device = equipment[next % equipment.length];
      if (!device) throw new Error('the demo company has no equipment in warranty');
      walks.push(await walkMainJob(people, device, patienceMs));
    }
  };
  const walking = Promise.all(Array.from({ length: walkers }, (_, place) => walker(place))).catch(
    (failure: unknown) => {
      wrong.push(
        `a walk broke off: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`,
      );
    },
  );

  for (const { name, strike } of faults) {
    await rest(1_500);
    const done = walks.length;
    await strike(stack);
    await untilReady(stack.url);
    await rest(1_500);
    say(`${name}: ready again, ${walks.length - done} walks ended meanwhile, ${walks.length} in all`);
  }
  over = true;
  await walking;
  await quiet(stack, patienceMs);
  if (wrong.length === 0) wrong.push(...(await reckon(stack, people, walks, before)));
  return { walks: walks.length, faults: faults.length, wrong };
}
