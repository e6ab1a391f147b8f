import { describe, expect, it } from '@jest/globals';
import type { CallerIdentity, Role, RouteContract } from '@pledge/contracts';
import { roles, services } from '@pledge/contracts';
import * as http from '@pledge/contracts/http';
import { admit } from './admission.js';
import { NotFound, NotSignedIn } from './failures.js';
import { routesIn } from './openapi.js';

const all: RouteContract[] = services.flatMap((service) => [
  ...routesIn(http, service),
  ...Object.values(http.deadLetterRoutes(service)),
]);
const named = (route: RouteContract) => [`${route.service} ${route.method} ${route.path}`, route] as const;
const writing = all.filter(({ method }) => method !== 'GET');
const ofSession = new Set(['signIn', 'signInAsDemo', 'signOut']);

const somebody = (...roles: readonly [Role, ...Role[]]): CallerIdentity => ({
  ...{ personId: 'p', name: '黎明远', role: roles[0], roles: [...roles], department: null },
  ...{ customerId: null, language: 'zh' },
});
const inspector = somebody('inspector');

describe('an inspector', () => {
  it('is asked about every route there is', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(writing.filter(({ name }) => ofSession.has(name))).toHaveLength(ofSession.size);
  });

  it.each(writing.filter(({ name }) => !ofSession.has(name)).map(named))('may not %s', (_name, route) =>
    expect(() => admit(route, inspector)).toThrow(NotFound),
  );

  it.each(writing.filter(({ name }) => ofSession.has(name)).map(named))('may, for their own session, %s', (_, route) =>
    expect(() => admit(route, inspector)).not.toThrow(),
  );

  it.each(all.filter(({ method, may }) => method === 'GET' && may.includes('inspector')).map(named))(
    'reads %s',
    (_name, route) => expect(() => admit(route, inspector)).not.toThrow(),
  );
});

describe('a route', () => {
  it.each(all.map(named))('%s lets in whom its contract names, and nobody else', (_name, route) => {
    for (const role of roles.filter((one) => one !== 'inspector')) {
      const named = typeof route.may === 'string' || route.may.includes(role);
      const attempt = () => admit(route, somebody(role));
      if (named) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(NotFound);
    }
    if (route.may === 'anyone') expect(() => admit(route, undefined)).not.toThrow();
    else expect(() => admit(route, undefined)).toThrow(NotSignedIn);
  });

  it('is open to an inspector who is something else besides, as to that', () => {
    const both = somebody('inspector', 'agent');
    expect(() => admit(http.addNote, both)).not.toThrow();
    expect(() => admit(http.assignOrder, both)).toThrow(NotFound);
  });
});
