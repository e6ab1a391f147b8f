import { describe, expect, it } from '@jest/globals';
import { Permits } from '../permits.js';
import { KeyedExecutor } from './keyed-executor.js';

const gate = () => Promise.withResolvers<void>();

describe('lanes', () => {
  it('keep the order within a key', async () => {
    const lanes = new KeyedExecutor(new Permits(8));
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
    const lanes = new KeyedExecutor(new Permits(2));
    const stuck = gate();
    const slow = lanes.add('a', () => stuck.promise);
    await lanes.add('b', () => Promise.resolve());
    stuck.resolve();
    await slow;
  });

  it('run no more at once than all of them together may', async () => {
    const permits = new Permits(3);
    const several = [new KeyedExecutor(permits), new KeyedExecutor(new Permits(2, permits))];
    let [running, most] = [0, 0];
    const job = async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    };
    await Promise.all(Array.from({ length: 30 }, (_, key) => several[key % 2]!.add(`${key}`, job)));
    await Promise.all(several.map((lanes) => lanes.idle()));
    expect(most).toBe(3);
  });
});
