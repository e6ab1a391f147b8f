import { inspect } from 'node:util';

export interface EventuallyOptions {
  /** How long to go on asking, in milliseconds. */
  readonly within?: number;
  readonly every?: number;
}

/**
 * Asks again until `probe` answers with neither `false` nor `undefined` nor an error, and gives that answer back. A probe may also
 * hold `expect(…)`: what it threw last is what the failure says.
 */
export async function eventually<Answer>(
  probe: () => Answer | Promise<Answer>,
  { within = 10_000, every = 20 }: EventuallyOptions = {},
): Promise<Exclude<Awaited<Answer>, false | undefined>> {
  const started = performance.now();
  let seen: unknown;
  let attempts = 0;
  for (;;) {
    attempts += 1;
    try {
      const answer = await probe();
      if (answer !== false && answer !== undefined) return answer as Exclude<Awaited<Answer>, false | undefined>;
      seen = answer;
    } catch (failure) {
      seen = failure;
    }
    if (performance.now() - started >= within) throw notWithin(within, attempts, seen);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

function notWithin(within: number, attempts: number, seen: unknown): Error {
  const last = seen instanceof Error ? seen.message : inspect(seen, { depth: 6 });
  return new Error(`not within ${within} ms (${attempts} attempts); last seen:\n${last}`, { cause: seen });
}
