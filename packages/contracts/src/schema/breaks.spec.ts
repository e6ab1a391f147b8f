import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Schema, Use } from './breaks.js';
import { breaksBetween } from './breaks.js';

const schemaOf = (schema: z.ZodType, use: Use): Schema =>
  z.toJSONSchema(schema, { io: use === 'request' ? 'input' : 'output' });
const breaks = (was: z.ZodType, is: z.ZodType, use: Use): string[] =>
  breaksBetween(schemaOf(was, use), schemaOf(is, use), use).map(({ pointer, why }) => `${pointer}: ${why}`);

const part = { code: z.string().max(20), count: z.int().min(1), note: z.string().optional() };
const was = z.object({ ...part, state: z.enum(['open', 'closed']) });
const changed = (fields: z.core.$ZodLooseShape): z.ZodType => was.extend(fields);
const { state, note, ...rest } = was.shape;
const withoutNote = z.object({ ...rest, state });

/** What changes, and where that breaks an event, a request and a reply; undefined where it does not. */
const changes: readonly (readonly [what: string, is: z.ZodType, ...(string | undefined)[]])[] = [
  ['nothing', changed({})],
  ['another order', z.object({ state: z.enum(['closed', 'open']), ...part })],
  ['other words', changed({ code: part.code.describe('As on the box') })],
  ['an optional field', changed({ place: z.string().optional() })],
  ['a required field', changed({ place: z.string() }), '/properties/place', '/properties/place'],
  ['a field that is gone', withoutNote, '/properties/note', '/properties/note', '/properties/note'],
  ['an optional field that is required', changed({ note: z.string() }), '/properties/note', '/properties/note'],
  [
    'a required field that is optional',
    changed({ code: part.code.optional() }),
    '/properties/code',
    undefined,
    '/properties/code',
  ],
  ['another type', changed({ count: z.string() }), ...all('/properties/count/type')],
  [
    'null besides',
    changed({ code: part.code.nullable() }),
    '/properties/code/anyOf',
    undefined,
    '/properties/code/anyOf',
  ],
  ['a value more', changed({ state: z.enum(['open', 'closed', 'lost']) })],
  ['a value less', changed({ state: z.literal('open') }), ...all('/properties/state/enum')],
  [
    'any value instead of some',
    changed({ state: z.string() }),
    '/properties/state/enum',
    undefined,
    '/properties/state/enum',
  ],
  ['a lower bound', changed({ code: z.string().max(10) }), '/properties/code/maxLength', '/properties/code/maxLength'],
  [
    'a higher bound',
    changed({ code: z.string().max(30) }),
    '/properties/code/maxLength',
    undefined,
    '/properties/code/maxLength',
  ],
  ['no bound', changed({ code: z.string() }), '/properties/code/maxLength', undefined, '/properties/code/maxLength'],
  ['a pattern', changed({ code: part.code.regex(/^x/u) }), '/properties/code/pattern', '/properties/code/pattern'],
  ['a format', changed({ note: z.iso.date().optional() }), '/properties/note/format', '/properties/note/format'],
];

function all(pointer: string): [string, string, string] {
  return [pointer, pointer, pointer];
}

describe.each([
  ['event', 2],
  ['request', 3],
  ['reply', 4],
] as const)('of an %s', (use, column) => {
  it.each(changes.map((change) => [change[0], change[1], change[column]] as const))('%s', (_, is, pointer) => {
    const found = breaks(was, is, use);
    if (pointer === undefined) expect(found).toEqual([]);
    else expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${pointer}: `, 'u')));
  });
});

describe('alternatives', () => {
  const call = z.object({ by: z.literal('phone'), phone: z.string() });
  const mail = z.object({ by: z.literal('mail'), address: z.string() });
  const fax = z.object({ by: z.literal('fax'), number: z.string() });
  const told = z.discriminatedUnion('by', [call, mail]);

  it('may stand in another order', () =>
    expect(breaks(told, z.discriminatedUnion('by', [mail, call]), 'event')).toEqual([]));

  it('may become more in what is asked, and fewer in what is answered', () => {
    expect(breaks(told, z.discriminatedUnion('by', [call, mail, fax]), 'request')).toEqual([]);
    expect(breaks(told, z.discriminatedUnion('by', [call, mail, fax]), 'reply')).toHaveLength(1);
    expect(breaks(told, call, 'reply')).toEqual([]);
    expect(breaks(told, call, 'request')).toHaveLength(1);
  });

  it('may become neither in an event', () => {
    expect(breaks(told, z.discriminatedUnion('by', [call, mail, fax]), 'event')).toHaveLength(1);
    expect(breaks(told, call, 'event')).toHaveLength(1);
  });

  it('are looked into, with the place named', () =>
    expect(breaks(told, z.discriminatedUnion('by', [call, mail.extend({ address: z.int() })]), 'event')).toEqual([
      '/oneOf/0/properties/address/type: was "string", is "integer"',
    ]));
});

it('lists, records and what is deep inside are looked into', () => {
  const deep = (leaf: z.ZodType): z.ZodType => z.object({ all: z.array(z.record(z.string(), z.object({ leaf }))) });
  expect(breaks(deep(z.string()), deep(z.number()), 'reply')).toEqual([
    '/properties/all/items/additionalProperties/properties/leaf/type: was "string", is "number"',
  ]);
});

it('a request that takes no unknown field any more is told', () =>
  expect(breaks(z.object(part), z.strictObject(part), 'request')).toEqual([
    '/additionalProperties: takes less than before',
  ]));
