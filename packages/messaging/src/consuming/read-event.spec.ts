import { describe, expect, it } from '@jest/globals';
import { defineEvent, upcastFrom, versionsOf } from '@pledge/contracts';
import { z } from 'zod';
import { NotYetUnderstood } from '../failures.js';
import { readEvent } from './read-event.js';

const kind = z.enum(['fault', 'status']);
const First = defineEvent('boxes.box-told.v1', 'Of old.', z.object({ kind, weight: z.number() }));
const Second = defineEvent(
  'boxes.box-told.v2',
  'With a unit.',
  z.object({ kind, grams: z.number() }),
  upcastFrom(First, ({ weight, ...rest }) => ({ ...rest, grams: weight * 1_000 })),
);
const Third = defineEvent(
  'boxes.box-told.v3',
  'With a colour, or a shape.',
  z.object({
    kind: kind.nullable(),
    grams: z.number(),
    look: z.discriminatedUnion('by', [
      z.object({ by: z.literal('colour'), colour: z.string() }),
      z.object({ by: z.literal('shape'), shape: z.enum(['round', 'square']) }),
    ]),
  }),
  upcastFrom(Second, (data) => ({ ...data, look: { by: 'colour' as const, colour: 'grey' } })),
);
const read = (data: unknown, type: string = Third.type) => readEvent(Third, type, JSON.stringify(data));
const look = { by: 'shape', shape: 'round' };

describe('an event of an earlier version', () => {
  it('is heard by whoever reacts to the later one, and becomes it', () => {
    expect(versionsOf(Third)).toEqual(['boxes.box-told.v3', 'boxes.box-told.v2', 'boxes.box-told.v1']);
    expect(read({ kind: 'fault', weight: 2 }, First.type)).toEqual({
      kind: 'fault',
      grams: 2_000,
      look: { by: 'colour', colour: 'grey' },
    });
  });
  it('waits where it holds a value that is not known', () =>
    expect(() => read({ kind: 'upgrade', weight: 2 }, First.type)).toThrow(NotYetUnderstood));
});

describe('an event of the present version', () => {
  it('is taken without what is not known of', () =>
    expect(read({ kind: 'fault', grams: 1, look, more: 1 })).toEqual({ kind: 'fault', grams: 1, look }));
  it.each([
    ['an enum value', { kind: 'upgrade', grams: 1, look }],
    ['a kind of a union', { kind: 'fault', grams: 1, look: { by: 'smell', smell: 'of roses' } }],
    ['a value within a union', { kind: null, grams: 1, look: { by: 'shape', shape: 'flat' } }],
  ])('waits where %s is not known yet', (_, data) => expect(() => read(data)).toThrow(NotYetUnderstood));
  it.each([
    ['is missing', { grams: 1, look }],
    ['is of another kind', { kind: 7, grams: 1, look }],
    ['is not known, and another is wrong', { kind: 'upgrade', grams: 'heavy', look }],
    ['names no kind of a union', { kind: 'fault', grams: 1, look: {} }],
    ['is nothing at all', null],
  ])('is a fault where a value %s', (_, data) => expect(() => read(data)).toThrow(z.ZodError));
  it('is a fault where it is no JSON', () => expect(() => readEvent(Third, Third.type, '{')).toThrow(SyntaxError));
});
