import type { InputOf, RouteContract } from '@pledge/contracts';
import { z } from 'zod';
import type { FieldFault } from './failures.js';
import { InvalidInput } from './failures.js';
import type { Language } from './language.js';

const localeError = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError } as const;
const strictBodies = new WeakMap<RouteContract, z.ZodType>();

/** Parses all that came with a request by its route; unknown fields of the body are refused. */
export function readInput<R extends RouteContract>(
  route: R,
  sent: { readonly params: unknown; readonly query: unknown; readonly body: unknown },
  language: Language,
): InputOf<R> {
  const error = localeError[language];
  const params = route.params.safeParse(sent.params ?? {}, { error });
  const query = route.query.safeParse(sent.query ?? {}, { error });
  const body = bodyOf(route).safeParse(sent.body === undefined && wantsFields(route.body) ? {} : sent.body, { error });
  if (params.success && query.success && body.success) {
    return { params: params.data, query: query.data, body: body.data } as InputOf<R>;
  }
  throw new InvalidInput([
    ...faultsOf(params, inParameter),
    ...faultsOf(query, inParameter),
    ...faultsOf(body, inBody),
  ]);
}

const wantsFields = (schema: z.ZodType) => schema instanceof z.ZodObject || schema instanceof z.ZodDiscriminatedUnion;

function bodyOf(route: RouteContract): z.ZodType {
  const known = strictBodies.get(route);
  if (known) return known;
  const made = strict(route.body);
  strictBodies.set(route, made);
  return made;
}

function strict(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) return schema.def.catchall ? schema : schema.strict();
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const options = schema.options.map((option) => strict(option as z.ZodType)) as unknown as [
      z.ZodObject,
      z.ZodObject,
    ];
    return z.discriminatedUnion(schema.def.discriminator, options);
  }
  if (schema instanceof z.ZodOptional) return z.optional(strict(schema.unwrap() as z.ZodType));
  return schema;
}

type Path = readonly PropertyKey[];
type Place = (path: Path) => Pick<FieldFault, 'pointer' | 'parameter'>;

const inParameter: Place = (path) => ({ parameter: String(path[0] ?? '') });
const inBody: Place = (path) => ({ pointer: pointerOf(path) });

/** RFC 6901. */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function faultsOf(result: z.ZodSafeParseResult<unknown>, place: Place): FieldFault[] {
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ ...place(path), detail: issue.message, code: codeOf(issue) }));
  });
}

const codeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_type' && issue.input === undefined && /undefined/u.test(issue.message)
    ? 'required'
    : issue.code.replaceAll('_', '-');
