import { describe, expect, it } from '@jest/globals';
import { Permits } from '../permits.js';
import { KeyedExecutor } from './keyed-executor.js';

const gate = () => Promise.withResolvers<void>();

const none = () => Promise.resolve();

describe('work by key', () => {
  it('keeps the order within a key', async () => {
    const work = new KeyedExecutor(new Permits(8), none);
    const said: number[] = [];
    const [first, second] = [gate(), gate()];
    const one = work.add('a', () => first.promise.then(() => void said.push(1)));
    const two = work.add('a', () => second.promise.then(() => void said.push(2)));
    second.resolve();
    first.resolve();
    await Promise.all([one, two]);
    expect(said).toEqual([1, 2]);
  });

  it('does not let one key hold up another', async () => {
    const work = new KeyedExecutor(new Permits(2), none);
    const stuck = gate();
    const slow = work.add('a', () => stuck.promise);
    await work.add('b', () => Promise.resolve());
    stuck.resolve();
    await slow;
  });

  it('runs no more at once than all of them together may', async () => {
    const permits = new Permits(3);
    const several = [new KeyedExecutor(permits, none), new KeyedExecutor(new Permits(2, permits), none)];
    let [running, most] = [0, 0];
    const job = async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    };
    await Promise.all(Array.from({ length: 30 }, (_, key) => several[key % 2]!.add(`${key}`, job)));
    await Promise.all(several.map((one) => one.idle()));
    expect(most).toBe(3);
  });

  it('hands over together what is ready of different keys, sixteen at most, each key in order', async () => {
    const turns: (readonly string[])[] = [];
    const first = gate();
    const work = new KeyedExecutor<string>(new Permits(1), async (items) => {
      turns.push(items);
      if (turns.length === 1) await first.promise;
    });
    const all = [work.share('a', 'a1'), work.share('a', 'a2')];
    for (let key = 0; key < 20; key += 1) all.push(work.share(`k${key}`, `k${key}`));
    await new Promise(setImmediate);
    first.resolve();
    await Promise.all(all);
    expect(turns.flat().sort()).toEqual(['a1', 'a2', ...Array.from({ length: 20 }, (_, key) => `k${key}`)].sort());
    expect(Math.max(...turns.map(({ length }) => length))).toBe(16);
    expect(turns.every((turn) => !(turn.includes('a1') && turn.includes('a2')))).toBe(true);
  });
});
