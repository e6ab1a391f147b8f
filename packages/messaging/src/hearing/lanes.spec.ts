import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.js';

const gate = () => Promise.withResolvers<void>();

describe('lanes', () => {
  it('keep the order within a key', async () => {
    const lanes = new Lanes(8);
    const said: number[] = [];
    const [first, second] = [gate(), gate()];
    const one = lanes.add('a', () => first.promise.then(() => void said.push(1)));
    const two = lanes.add('a', () => second.promise.then(() => void said.push(2)));
    second.resolve();
    first.resolve();
    await Promise.all([one, two]);
    expect(said).toEqual([1, 2]);
  });

  it('do not let one key hold up another', async () => {
    const lanes = new Lanes(2);
    const stuck = gate();
    const slow = lanes.add('a', () => stuck.promise);
    await lanes.add('b', () => Promise.resolve());
    stuck.resolve();
    await slow;
  });

  it('run no more at once than the limit', async () => {
    const lanes = new Lanes(3);
    let [running, most] = [0, 0];
    const job = async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    };
    await Promise.all(Array.from({ length: 30 }, (_, key) => lanes.add(`${key}`, job)));
    await lanes.idle();
    expect(most).toBe(3);
  });
});
