import { describe, expect, it } from '@jest/globals';
import { page } from '@pledge/contracts';
import * as events from '@pledge/contracts/events';
import * as http from '@pledge/contracts/http';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { defineEvent, upcastFrom } from '../define-event.js';
import { routesOf } from '../define-route.js';
import type { Described } from './contracts.js';
import { brokenContracts, describeContracts } from './contracts.js';
import { printed } from './printed.js';

const folder = 'packages/contracts/schemas';
// What a record says and takes is exported with the events and with the routes.
const exported = [...new Set([...Object.values(events), ...Object.values(http)])];
const now = describeContracts(exported);
const files = globSync(`${folder}/**/*.json`).map((path) => path.slice(folder.length + 1));
const kept = new Map(
  files.sort().map((file) => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Described]),
);

describe('the contracts', () => {
  it('break nobody who was built with the committed ones', () => expect(brokenContracts(kept, now)).toEqual([]));

  it('are committed as they are: `npm run contracts:write` writes them', () => {
    const stale = [...now]
      .filter(([file, described]) => !isKept(file, described))
      .map(([file]) => `${folder}/${file} is to be written by \`npm run contracts:write\``);
    expect(stale).toEqual([]);
  });

  it('are all of them described', () => {
    const count = (keys: readonly string[]): number =>
      exported.filter((value) => typeof value === 'object' && keys.every((key) => key in value)).length;
    expect(now.size).toBeGreaterThanOrEqual(count(['type', 'data', 'of']) + count(['method', 'path', 'reply']));
    expect(now.size).toBeGreaterThan(200);
  });
});

const isKept = (file: string, described: Described): boolean =>
  existsSync(`${folder}/${file}`) && readFileSync(`${folder}/${file}`, 'utf8') === `${printed(described)}\n`;

const box = { boxId: z.uuid(), code: z.string() };
const boxFilled = (data: z.core.$ZodLooseShape): unknown =>
  defineEvent('parts.box-filled.v1', 'A box was filled.', z.object(data));
const fill = (
  body: z.core.$ZodLooseShape,
  reply: z.core.$ZodLooseShape,
  path = '/boxes/:boxId',
  status = 200,
): unknown =>
  routesOf('parts')({
    ...{ name: 'fillBox', method: 'PUT', path, summary: 'Fills a box.', may: 'signed-in', status },
    ...{ params: z.object({ boxId: z.uuid() }), body: z.strictObject(body), reply: page(z.object(reply)) },
  });
const broken = (was: readonly unknown[], is: readonly unknown[]): readonly string[] =>
  brokenContracts(describeContracts(was), describeContracts(is));

describe('a planted break', () => {
  it('of an event is named by its type and place', () => {
    expect(broken([boxFilled(box)], [boxFilled({ boxId: box.boxId })])).toEqual([
      'parts.box-filled.v1 /data/properties/code: is gone',
    ]);
    expect(broken([boxFilled(box)], [])).toEqual(['parts.box-filled.v1: is gone']);
  });

  it('of a route is named by its method, path and place', () => {
    expect(broken([fill(box, box)], [fill({ ...box, by: z.string() }, { boxId: box.boxId })])).toEqual([
      'PUT /api/parts/boxes/:boxId /body/properties/by: is new and required',
      'PUT /api/parts/boxes/:boxId /reply/properties/items/items/properties/code: is gone',
    ]);
    expect(broken([fill(box, box)], [fill(box, box, '/cases/:boxId')])).toEqual([
      'PUT /api/parts/boxes/:boxId: is gone',
    ]);
    expect(broken([fill(box, box)], [fill(box, box, '/boxes/:boxId', 201)])).toEqual([
      'PUT /api/parts/boxes/:boxId /status: was 200, is 201',
    ]);
  });

  it('in a contract of ours is found', () => {
    const [first] = [...now.values()].filter(({ contract }) => contract.endsWith('.v1'));
    const file = `events/${first?.contract ?? ''}.json`;
    const without = { contract: first?.contract ?? '', schemas: { data: { type: 'object', properties: {} } } };
    expect(brokenContracts(kept, new Map([...now, [file, without]]))).not.toEqual([]);
  });
});

describe('what breaks nobody', () => {
  it('is a field more that is optional, and whatever is new', () => {
    const more = { ...box, colour: z.string().optional() };
    expect(
      broken([boxFilled(box), fill(box, box)], [boxFilled(more), fill(more, { ...box, colour: z.string() })]),
    ).toEqual([]);
    expect(broken([], [boxFilled(box), fill(box, box)])).toEqual([]);
  });

  it('is a later version of an event beside its earlier one', () => {
    const first = defineEvent('parts.box-filled.v1', 'A box was filled.', z.object(box));
    const second = defineEvent(
      'parts.box-filled.v2',
      'A box was filled.',
      z.object({ boxId: z.uuid() }),
      upcastFrom(first, ({ boxId }) => ({ boxId })),
    );
    expect(broken([first], [second])).toEqual([]);
  });
});
