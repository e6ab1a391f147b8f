import type { RouteContract } from '@pledge/contracts';
import { z } from 'zod';
import type { Field, FieldKind } from '../fields/schema.js';
import { bodyShapeOf } from '../fields/schema.js';

export type Values = Readonly<Record<string, unknown>>;

function emptyOf(kind: FieldKind): unknown {
  if (kind.type === 'flag') return false;
  if (kind.type === 'checklist') return Object.fromEntries(kind.items.map((item) => [item, false]));
  return kind.type === 'tags' ? [] : undefined;
}

/** What each field holds before anybody types: what the step says, else what the record holds under that name, else nothing. */
export function startingValues(
  route: RouteContract,
  fields: readonly Field[],
  initial: Values,
  record: object,
): Values {
  const shape = bodyShapeOf(route);
  const held = record as Values;
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      if (initial[name] !== undefined && initial[name] !== null) return [name, initial[name]];
      const schema = shape[name];
      const fits = schema !== undefined && held[name] !== undefined && z.safeParse(schema, held[name]).success;
      return [name, fits ? held[name] : emptyOf(kind)];
    }),
  );
}

/** What is sent to be parsed: a field that may be left out and was left empty is left out. */
export const givenValues = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(({ name, required }) => {
      const value = values[name];
      return value === undefined || (value === '' && !required) ? [] : [[name, value]];
    }),
  );
