import { describe, expect, it } from '@jest/globals';
import type { Module } from './rooms.js';
import { ringsOfRooms } from './rooms.js';

const bakery = (from: string, ...to: string[]): Module => ({
  source: `apps/bakery/src/${from}`,
  dependencies: to.map((file) => ({ resolved: `apps/bakery/src/${file}` })),
});
const rings = (modules: readonly Module[], known: Record<string, string[]> = {}): string[] =>
  ringsOfRooms(modules, ['bakery'], known).map(({ from, to, why }) =>
    `${from} → ${to}: ${why}`.replaceAll('apps/bakery/src/', ''),
  );

const ring = [
  bakery('ovens/ovens.store.ts', 'flour/flour.ts'),
  bakery('flour/flour.store.ts', 'water/water.ts'),
  bakery('water/water.store.ts', 'ovens/oven.ts'),
];
const back = { 'apps/bakery/src/water/water.store.ts': ['apps/bakery/src/ovens/oven.ts'] };

describe('rooms', () => {
  it('that import one another in an order are in order', () =>
    expect(
      rings([...ring.slice(0, 2), bakery('ovens/ovens.query.ts', 'water/water.query.ts', 'ovens/oven.ts')]),
    ).toEqual([]));

  it('that form a ring are reported with it, at every arrow', () =>
    expect(rings(ring)).toEqual([
      'ovens/ovens.store.ts → flour/flour.ts: ovens → flour → water → ovens',
      'flour/flour.store.ts → water/water.ts: flour → water → ovens → flour',
      'water/water.store.ts → ovens/oven.ts: water → ovens → flour → water',
    ]));

  it('do not mind tests, what lies outside of them, other services and web apps', () => {
    const tests = ['water.int-spec.ts', 'water.spec.ts', 'water.testbed.ts', 'testbed/boiler.ts'];
    const elsewhere = { source: 'apps/web/src/a/a.ts', dependencies: [{ resolved: 'apps/web/src/b/b.ts' }] };
    const backThere = { source: 'apps/web/src/b/b.ts', dependencies: [{ resolved: 'apps/web/src/a/a.ts' }] };
    const looking = tests.map((file) => bakery(`water/${file}`, 'ovens/oven.ts'));
    const outside = [
      bakery('bakery.module.ts', 'ovens/oven.ts'),
      bakery('flour/flour.ts', 'words.ts'),
      bakery('words.ts', 'ovens/oven.ts'),
    ];
    expect(rings([...ring.slice(0, 2), ...looking, ...outside, elsewhere, backThere])).toEqual([]);
  });
});

describe('the list of known arrows', () => {
  it('lets be what it names, and nothing else between the same rooms', () => {
    expect(rings(ring, back)).toEqual([]);
    expect(rings([...ring, bakery('water/water.query.ts', 'ovens/oven.ts')], back)).toHaveLength(3);
  });

  it('has no arrow that is gone', () =>
    expect(rings(ring.slice(0, 2), back)).toEqual([
      'water/water.store.ts → ovens/oven.ts: is gone: take it off packages/tooling/rings.json',
    ]));

  it('has no arrow that closes no ring any more', () =>
    expect(
      rings(
        [ring[0], ring[2]].flatMap((one) => one ?? []),
        back,
      ),
    ).toEqual([
      'water/water.store.ts → ovens/oven.ts: closes no ring any more: take it off packages/tooling/rings.json',
    ]));
});
