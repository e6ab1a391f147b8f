/** A JSON Schema, of the keywords that zod writes. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * Who reads what: an `event` is read by older programs, and by newer ones out of the journal; a `request` is written by older programs,
 * a `reply` read by them.
 */
export type Use = 'event' | 'request' | 'reply';

/** What no longer fits: where, as a JSON pointer into the schema, and why. */
export interface Break {
  readonly pointer: string;
  readonly why: string;
}

/** Keywords that say nothing about what is valid. */
const words = new Set(['$schema', 'description', 'title', 'examples', 'default', 'deprecated', 'id']);
/** The larger, the less is valid; and the other way round. */
const lowest = new Set(['minLength', 'minItems', 'minimum', 'exclusiveMinimum', 'minProperties']);
const highest = new Set(['maxLength', 'maxItems', 'maximum', 'exclusiveMaximum', 'maxProperties']);
const structure = new Set([
  ...['type', 'enum', 'const', 'anyOf', 'oneOf', 'allOf', 'properties', 'required'],
  ...['items', 'prefixItems', 'additionalProperties', 'propertyNames'],
]);

/**
 * What of a contract breaks who was built with the contract as it was. Within a version
 * - an event may only get optional fields. It may get a value of an enumeration too, because a reader whom the value is unknown to lets
 *   the message wait instead of losing it;
 * - a request may get optional fields, and take more than before;
 * - a reply may get fields, promise more than before, and get values of an enumeration.
 * @param was the committed schema
 * @param is the schema as it is now
 */
export function breaksBetween(was: Schema, is: Schema, use: Use): readonly Break[] {
  return new Comparison(use).schemas(was, is, '');
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const schemaOf = (value: unknown): Schema => (isSchema(value) ? value : {});
const step = (pointer: string, ...names: string[]): string =>
  [pointer, ...names.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

class Comparison {
  constructor(private readonly use: Use) {}

  schemas(was: Schema, is: Schema, pointer: string): readonly Break[] {
    if (same(was, is)) return [];
    if (alternativesOf(was).length > 1 || alternativesOf(is).length > 1) return this.alternatives(was, is, pointer);
    const types = this.types(was, is, pointer);
    if (types.length > 0) return types;
    return [
      ...this.values(was, is, pointer),
      ...this.limits(was, is, pointer),
      ...this.fields(was, is, pointer),
      ...this.inner(was, is, pointer),
      ...this.others(was, is, pointer),
    ];
  }

  /** Less is valid than before. */
  private tighter(pointer: string, why: string): readonly Break[] {
    return this.use === 'reply' ? [] : [{ pointer, why }];
  }

  /** More is valid than before. */
  private looser(pointer: string, why: string): readonly Break[] {
    return this.use === 'request' ? [] : [{ pointer, why }];
  }

  private types(was: Schema, is: Schema, pointer: string): readonly Break[] {
    const place = step(pointer, 'type');
    const why = `was ${told(was.type)}, is ${told(is.type)}`;
    if (was.type === 'integer' && is.type === 'number') return this.looser(place, why);
    if (was.type === 'number' && is.type === 'integer') return this.tighter(place, why);
    return same(was.type, is.type) ? [] : [{ pointer: place, why }];
  }

  private values(was: Schema, is: Schema, pointer: string): readonly Break[] {
    const [before, now] = [valuesOf(was), valuesOf(is)];
    if (!before && !now) return [];
    const place = step(pointer, 'enum');
    if (!before) return this.tighter(place, 'took every value, takes some');
    if (!now) return this.looser(place, 'took some values, takes every one');
    return before
      .filter((value) => !now.includes(value))
      .map((value) => ({ pointer: place, why: `the value ${told(value)} is gone` }));
  }

  private limits(was: Schema, is: Schema, pointer: string): readonly Break[] {
    return [...lowest, ...highest].flatMap((keyword) => {
      const sign = lowest.has(keyword) ? 1 : -1;
      const [before, now] = [was[keyword], is[keyword]].map((value) =>
        typeof value === 'number' ? value * sign : -Infinity,
      );
      if (before === undefined || now === undefined || before === now) return [];
      const why = `was ${told(was[keyword])}, is ${told(is[keyword])}`;
      return now > before ? this.tighter(step(pointer, keyword), why) : this.looser(step(pointer, keyword), why);
    });
  }

  private fields(was: Schema, is: Schema, pointer: string): readonly Break[] {
    const [before, now] = [schemaOf(was.properties), schemaOf(is.properties)];
    const [asked, asks] = [listOf(was.required), listOf(is.required)];
    const kept = Object.keys(before).flatMap((name) => {
      const place = step(pointer, 'properties', name);
      if (!(name in now)) return [{ pointer: place, why: 'is gone' }];
      const inside = this.schemas(schemaOf(before[name]), schemaOf(now[name]), place);
      if (asked.includes(name) === asks.includes(name)) return inside;
      return [
        ...inside,
        ...(asks.includes(name)
          ? this.tighter(place, 'was optional, is required')
          : this.looser(place, 'was required, is optional')),
      ];
    });
    const added = Object.keys(now)
      .filter((name) => !(name in before) && asks.includes(name))
      .flatMap((name) => this.tighter(step(pointer, 'properties', name), 'is new and required'));
    return [...kept, ...added];
  }

  private inner(was: Schema, is: Schema, pointer: string): readonly Break[] {
    const single = ['items', 'additionalProperties', 'propertyNames'].flatMap((keyword) => {
      const [before, now] = [was[keyword] ?? true, is[keyword] ?? true];
      const place = step(pointer, keyword);
      if (same(before, now)) return [];
      if (isSchema(before) && isSchema(now)) return this.schemas(before, now, place);
      const narrower = now === false || (before === true && isSchema(now));
      return narrower ? this.tighter(place, 'takes less than before') : this.looser(place, 'takes more than before');
    });
    const [before, now] = [listOf(was.prefixItems), listOf(is.prefixItems)];
    if (before.length !== now.length)
      return [...single, { pointer: step(pointer, 'prefixItems'), why: 'has another length' }];
    return [
      ...single,
      ...before.flatMap((one, index) =>
        this.schemas(schemaOf(one), schemaOf(now[index]), step(pointer, 'prefixItems', String(index))),
      ),
    ];
  }

  /** Patterns, formats and whatever else zod may write one day. */
  private others(was: Schema, is: Schema, pointer: string): readonly Break[] {
    const keywords = [...new Set([...Object.keys(was), ...Object.keys(is), 'allOf'])].filter(
      (keyword) => !words.has(keyword) && !lowest.has(keyword) && !highest.has(keyword),
    );
    return keywords.flatMap((keyword) => {
      const place = step(pointer, keyword);
      const [before, now] = [was[keyword], is[keyword]];
      if (same(before, now) || (structure.has(keyword) && keyword !== 'allOf')) return [];
      if (keyword !== 'allOf' && before !== undefined && now !== undefined)
        return [{ pointer: place, why: `was ${told(before)}, is ${told(now)}` }];
      const [lost, added] =
        keyword === 'allOf' ? differences(listOf(before), listOf(now)) : [before ? 1 : 0, now ? 1 : 0];
      return [
        ...(lost ? this.looser(place, 'asks less than before') : []),
        ...(added ? this.tighter(place, 'asks more than before') : []),
      ];
    });
  }

  /** Each that was there goes on as one that takes the same; those left over are compared with one another. */
  private alternatives(was: Schema, is: Schema, pointer: string): readonly Break[] {
    const place = step(pointer, 'anyOf' in is || !('oneOf' in is) ? 'anyOf' : 'oneOf');
    const now = [...alternativesOf(is)];
    const unmatched = alternativesOf(was).filter((before) => {
      const found = now.findIndex((one) => this.schemas(before, one, place).length === 0);
      if (found >= 0) now.splice(found, 1);
      return found < 0;
    });
    const compared = unmatched.flatMap((before, index) => {
      const one = now[index];
      return one
        ? this.schemas(before, one, step(place, String(index)))
        : this.tighter(place, `${brief(before)} is gone`);
    });
    return [...compared, ...now.slice(unmatched.length).flatMap((one) => this.looser(place, `${brief(one)} is new`))];
  }
}

const alternativesOf = (schema: Schema): readonly Schema[] => {
  const listed = [...listOf(schema.anyOf), ...listOf(schema.oneOf)].map(schemaOf);
  return listed.length > 0 ? listed.flatMap(alternativesOf) : [schema];
};

const valuesOf = (schema: Schema): readonly unknown[] | undefined =>
  'const' in schema ? [schema.const] : Array.isArray(schema.enum) ? listOf(schema.enum) : undefined;

/** How many are in the one list only, and in the other. */
function differences(was: readonly unknown[], is: readonly unknown[]): readonly [number, number] {
  const without = (some: readonly unknown[], others: readonly unknown[]): number =>
    some.filter((one) => !others.some((other) => same(one, other))).length;
  return [without(was, is), without(is, was)];
}

const told = (value: unknown): string => (value === undefined ? 'not said' : JSON.stringify(value));
const brief = (schema: Schema): string => {
  const text = told(schema);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
