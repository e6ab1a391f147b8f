import type { RouteContract } from '@pledge/contracts';
import { z } from 'zod';
import { filtersOf } from './schema.js';

/** Of an address only what the query of the route takes: a wrong link shows the list. */
export function queryOf(route: RouteContract, address: URLSearchParams): Readonly<Record<string, string>> {
  const shape = route.query.shape as Readonly<Record<string, z.core.$ZodType>>;
  const taken = filtersOf(route).flatMap(({ name }) => {
    const value = address.get(name);
    const schema = shape[name];
    return value !== null && value !== '' && schema && z.safeParse(schema, value).success
      ? [[name, value] as const]
      : [];
  });
  return Object.fromEntries(taken);
}
