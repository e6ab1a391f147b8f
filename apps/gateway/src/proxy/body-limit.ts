import type { RouteContract, Service } from '@pledge/contracts';
import * as http from '@pledge/contracts/http';

/** What a body may have where its route says nothing else. */
const usual = 1024 * 1024;

const larger = Object.values<unknown>(http)
  .filter(
    (value): value is RouteContract =>
      typeof value === 'object' && value !== null && 'takes' in value && 'method' in value && 'path' in value,
  )
  .map(({ service, method, path, takes }) => {
    const pattern = path.replaceAll(/:\w+/gu, '[^/]+');
    return { service, method, pattern: new RegExp(`^${pattern}/?$`, 'u'), limit: takes?.limit ?? usual };
  });

/** Bytes that a body may have on its way to a route; `address` is what follows the department. */
export function bodyLimitOf(service: Service, method: string, address: string): number {
  const path = address.split('?', 1)[0] ?? '';
  const route = larger.find((one) => one.service === service && one.method === method && one.pattern.test(path));
  return Math.max(usual, route?.limit ?? 0);
}
