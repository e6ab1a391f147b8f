import type { Question } from '@pledge/messaging';
import { question } from '@pledge/messaging';

type Row = Readonly<Record<string, unknown>>;

/** How records of a kind are read: from which tables, and which field is which expression. */
export interface Projection<Item> {
  readonly from: string;
  /** The tables that filters and orders name, without what only adds fields: what a list is counted in. */
  readonly base: string;
  /** Expression of the record's id. */
  readonly key: string;
  readonly select: Readonly<Record<string, string>>;
  /** From a row, whose fields are named as in `select`, to the contract's shape. */
  readonly itemOf: (row: Row) => Item;
  /** The record of an id; undefined where there is none. */
  readonly one: (id: string, timeZone?: string) => Question<Item | undefined>;
}

/** In `select`: the company's time zone, sent as a value, for what depends on the day it is there. */
export const timeZoneMark = ':timeZone';

/** @throws {Error} where the text depends on the time zone and none is given */
export function withTimeZone(text: string, timeZone: string | undefined, at: (value: unknown) => string): string {
  if (!text.includes(timeZoneMark)) return text;
  if (timeZone === undefined) throw new Error('what is read depends on the time zone, and none is given');
  return text.replaceAll(timeZoneMark, `${at(timeZone)}::text`);
}

/**
 * @param parts texts of the program: what a person sends is handed over as values only
 * @param parts.item where a row is not the contract's shape as it is; moments come as RFC 3339
 */
export function projectionOf<Item>(parts: {
  readonly from: string;
  /** `from` unless told. */
  readonly base?: string;
  readonly key: string;
  readonly select: Readonly<Record<string, string>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a row is what `select` says, which only the database knows
  readonly item?: (row: any) => Item;
}): Projection<Item> {
  const { from, base = from, key, select, item } = parts;
  const itemOf = (row: Row): Item => {
    const plain = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
    );
    return item ? item(plain) : (plain as Item);
  };
  const text = `select ${selected(select)} from ${from} where ${key} = $1`;
  return {
    from,
    base,
    key,
    select,
    itemOf,
    one(id, timeZone) {
      const values: unknown[] = [id];
      const zoned = withTimeZone(text, timeZone, (value) => `$${values.push(value)}`);
      return question(zoned, values, ([row]: readonly Row[]) => row && itemOf(row));
    },
  };
}

export const selected = (select: Readonly<Record<string, string>>): string =>
  Object.entries(select)
    .map(([name, expression]) => `${expression} as "${name}"`)
    .join(', ');
