import type { z } from 'zod';
import { InvalidInput } from './failures.js';

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/**
 * A page of a list read with `limit + 1` rows, so that the last one tells whether there is more.
 * @param cursorOf the sort key of an item, as `decodeCursor` gives it back
 */
export function pageOf<Row, Item = Row>(input: {
  readonly items: readonly Row[];
  readonly limit: number;
  readonly cursorOf: (row: Row) => unknown;
  readonly itemOf?: (row: Row) => Item;
}): Page<Item> {
  const { items, limit, cursorOf } = input;
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: input.itemOf ? shown.map(input.itemOf) : (shown as unknown as Item[]),
    nextCursor: items.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}

export const encodeCursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor; undefined without one. @throws {InvalidInput} naming `cursor` */
export function decodeCursor<Schema extends z.ZodType>(
  cursor: string | undefined,
  schema: Schema,
): z.output<Schema> | undefined {
  if (cursor === undefined) return undefined;
  const key = schema.safeParse(jsonOf(cursor));
  if (key.success) return key.data;
  throw new InvalidInput([{ parameter: 'cursor', code: 'invalid-cursor', detail: 'not a cursor this list gave out' }]);
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
