import type { CallerIdentity, RouteContract } from '@pledge/contracts';
import type { Cause } from '@pledge/messaging';
import { createHash } from 'node:crypto';
import type { FieldFault } from './failures.js';
import { InvalidInput } from './failures.js';

/** A request as it came, before it was read by its route. */
export interface Sent {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

export interface Asked {
  readonly route: RouteContract;
  readonly sent: Sent;
  readonly caller: CallerIdentity | undefined;
  readonly traceparent: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * What a request causes. The same key from the same person is the same cause; where nobody has to be signed in, the same key with the
 * same content, so that keys of strangers do not meet and a session that ends between two attempts makes no difference.
 */
export function causeOf({ route, sent, caller, traceparent, headers }: Asked): Cause {
  const faults: FieldFault[] = [];
  const key = keyOf(headers['idempotency-key'], faults);
  const expectedVersion = versionOf(headers['if-match'], faults);
  if (faults.length > 0) throw new InvalidInput(faults);
  const fingerprint = fingerprintOf(route, sent);
  const person = caller && { by: `person:${caller.personId}`, key };
  const forAnyone = { by: 'anyone', key: `${key}/${fingerprint}` };
  return {
    ...(person && route.may !== 'anyone' ? person : { ...forAnyone, ...(person && { alsoBy: person }) }),
    ...(caller && { actor: { personId: caller.personId, name: caller.name, role: caller.role }, caller }),
    fingerprint,
    ...(expectedVersion !== undefined && { expectedVersion }),
    traceparent,
    wantsView: true,
  };
}

function keyOf(header: Asked['headers'][string], faults: FieldFault[]): string {
  if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/u.test(header)) return header;
  faults.push({
    header: 'idempotency-key',
    code: header === undefined ? 'required' : 'invalid-format',
    detail: '1 to 200 printable ASCII characters without spaces, the same whenever the same thing is asked again',
  });
  return '';
}

function versionOf(header: Asked['headers'][string], faults: FieldFault[]): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const match = typeof header === 'string' ? /^"(\d{1,9})"$/u.exec(header) : null;
  if (match) return Number(match[1]);
  faults.push({ header: 'if-match', code: 'invalid-format', detail: 'an ETag as it was received, e.g. "3", or *' });
  return undefined;
}

/** Of what was sent: what a later version reads into it, a default or a trimmed text, makes it no other request. */
const fingerprintOf = (route: RouteContract, { params, query, body }: Sent): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted([route.method, route.service, route.path, params ?? {}, query ?? {}, body ?? null])))
    .digest('hex');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
