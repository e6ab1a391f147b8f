import type { Method, Service } from '@pledge/contracts';

/** What an address is made of: the part of a route contract that needs no schema. */
export interface Addressed {
  readonly service: Service;
  readonly method: Method;
  readonly path: string;
}

export type Scalar = string | number | boolean | null | undefined;

/** The gateway's own routes stand right below `/api`, every other below its service. */
const rootOf = (service: Service) => (service === 'gateway' ? '/api' : `/api/${service}`);

/** `/api/dispatch/orders/…?limit=50`; a parameter that is missing is an error, an empty query value is left out. */
export function addressOf(
  route: Addressed,
  params: Readonly<Record<string, Scalar>> = {},
  query: Readonly<Record<string, Scalar>> = {},
): string {
  const path = route.path.replace(/:([A-Za-z]+)/gu, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === null || value === '') throw new Error(`${route.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') asked.set(name, String(value));
  }
  const search = asked.toString();
  return rootOf(route.service) + path + (search ? `?${search}` : '');
}
