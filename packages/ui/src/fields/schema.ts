import type { RouteContract } from '@pledge/contracts';
import { z } from 'zod';

/** What a schema may say of its field beyond its type, by `.meta(…)`. */
export interface FieldMeta {
  /** The group of words in which the options of a choice stand; the field's own name unless told. */
  readonly words?: string;
}

/** How a field is filled in. `own` is what no built-in widget can hold: ids and lists of objects. */
export type FieldKind =
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number; readonly whole: boolean }
  | { readonly type: 'line' | 'area' | 'tags'; readonly max?: number }
  | { readonly type: 'checklist'; readonly items: readonly string[] }
  | { readonly type: 'flag' | 'instant' | 'day' | 'own' };

/** One field of a command or of a list's query. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly words: string;
}

interface Def {
  readonly type: string;
  readonly format?: string;
  readonly innerType?: z.core.$ZodTypes;
  readonly in?: z.core.$ZodTypes;
  readonly out?: z.core.$ZodTypes;
  readonly element?: z.core.$ZodTypes;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly shape?: Readonly<Record<string, z.core.$ZodTypes>>;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[];
}
interface CheckDef {
  readonly check: string;
  readonly format?: string;
  readonly maximum?: number;
  readonly value?: number;
}

const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional', 'catch']);
const defOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Def;
const checksOf = ({ checks = [] }: Def) => checks.map(({ _zod }) => _zod.def);

interface Opened {
  readonly inner: z.core.$ZodType;
  readonly meta: FieldMeta;
  /** True for a text that stands for yes or no, as in an address. */
  readonly saysYesOrNo: boolean;
}

/** The schema below its wrappers. `.optional()` does not hand on the meta of what it wraps: it is gathered on the way in. */
export function opened(schema: z.core.$ZodType): Opened {
  let inner = schema;
  let meta: FieldMeta = {};
  let saysYesOrNo = false;
  for (;;) {
    meta = { ...z.globalRegistry.get(inner), ...meta };
    const def = defOf(inner);
    if (def.type === 'pipe' && def.out && defOf(def.out).type === 'boolean') saysYesOrNo = true;
    const next = wrappers.has(def.type) ? def.innerType : def.type === 'pipe' ? def.in : undefined;
    if (!next) return { inner, meta, saysYesOrNo };
    inner = next;
  }
}

/** The least length from which a text gets several lines. */
const areaFrom = 301;

function textKind(def: Def): FieldKind {
  const formats = [def.format, ...checksOf(def).map(({ format }) => format)];
  if (formats.includes('datetime')) return { type: 'instant' };
  if (formats.includes('date')) return { type: 'day' };
  if (formats.includes('uuid')) return { type: 'own' };
  const max = checksOf(def).find(({ check }) => check === 'max_length')?.maximum;
  return { type: max !== undefined && max >= areaFrom ? 'area' : 'line', ...(max !== undefined && { max }) };
}

function numberKind(def: Def): FieldKind {
  const checks = checksOf(def);
  const bound = (name: string) => checks.find(({ check }) => check === name)?.value;
  const [min, max] = [bound('greater_than'), bound('less_than')];
  const whole = [def.format, ...checks.map(({ format }) => format)].some((format) => format?.includes('int'));
  return { type: 'number', whole, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function kindOf({ inner, saysYesOrNo }: Opened): FieldKind {
  const def = defOf(inner);
  if (saysYesOrNo || def.type === 'boolean') return { type: 'flag' };
  if (def.type === 'enum') return { type: 'choice', options: Object.values(def.entries ?? {}).map(String) };
  if (def.type === 'string') return textKind(def);
  if (def.type === 'number' || def.type === 'int') return numberKind(def);
  if (def.type === 'array' && def.element && defOf(opened(def.element).inner).type === 'string') {
    const max = checksOf(def).find(({ check }) => check === 'max_length')?.maximum;
    return textKind(defOf(opened(def.element).inner)).type === 'own'
      ? { type: 'own' }
      : { type: 'tags', ...(max !== undefined && { max }) };
  }
  if (def.type === 'object') {
    const items = Object.entries(def.shape ?? {});
    const allFlags = items.length > 0 && items.every(([, item]) => kindOf(opened(item)).type === 'flag');
    if (allFlags) return { type: 'checklist', items: items.map(([name]) => name) };
  }
  return { type: 'own' };
}

/** One field of an object, by its schema. */
export function fieldOf(name: string, schema: z.core.$ZodType): Field {
  const found = opened(schema);
  const kind = kindOf(found);
  const required = schema._zod.optin === undefined && kind.type !== 'flag' && kind.type !== 'checklist';
  return { name, kind, required, words: found.meta.words ?? name };
}

const shapeOf = (schema: z.core.$ZodType) => defOf(opened(schema).inner).shape ?? {};

/** The schema of each field of a route's body; none for a body that is no object. */
export const bodyShapeOf = (route: RouteContract): Readonly<Record<string, z.core.$ZodType>> => shapeOf(route.body);

/** What a route's body asks for, but for the fields that the screen leaves out. */
export const fieldsOf = (route: RouteContract, hidden: readonly string[] = []): readonly Field[] =>
  Object.entries(bodyShapeOf(route))
    .filter(([name]) => !hidden.includes(name))
    .map(([name, schema]) => fieldOf(name, schema));

const turning = new Set(['limit', 'cursor']);

/** What a list can be asked for, but for turning its pages. */
export const filtersOf = (route: RouteContract): readonly Field[] =>
  Object.entries(shapeOf(route.query))
    .filter(([name]) => !turning.has(name))
    .map(([name, schema]) => fieldOf(name, schema));
