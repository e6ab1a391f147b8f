import { describe, expect, it } from '@jest/globals';
import { singleFlight } from './single-flight.js';

function counted(outcomes: readonly ('answers' | 'fails')[] = []) {
  const clock = { now: 1_000 };
  let asked = 0;
  const ask = async () => {
    asked += 1;
    await Promise.resolve();
    if (outcomes[asked - 1] === 'fails') throw new Error(`failure ${asked}`);
    return asked;
  };
  return { clock, flight: singleFlight(ask, 1_000, () => clock.now) };
}

describe('a hundred who ask', () => {
  it('at once get the answer to one question', async () => {
    const { flight } = counted();
    expect(new Set(await Promise.all(Array.from({ length: 100 }, flight)))).toEqual(new Set([1]));
  });

  it('within a second of the answer get the same, and a new one after it', async () => {
    const { clock, flight } = counted();
    const answers = [];
    for (const now of [1_000, 1_999, 2_000, 2_999, 3_000]) {
      clock.now = now;
      answers.push(await flight());
    }
    expect(answers).toEqual([1, 1, 2, 2, 3]);
  });

  it('while it fails hear of the failure, and the next one asks again', async () => {
    const { flight } = counted(['fails', 'answers']);
    const both = await Promise.allSettled([flight(), flight()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await flight()).toBe(2);
  });
});
