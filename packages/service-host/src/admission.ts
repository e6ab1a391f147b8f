import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { CallerIdentity, Guarded } from '@pledge/contracts';
import { identityHeader, mayCall } from '@pledge/contracts';
import type { FastifyRequest } from 'fastify';
import { NotFound, NotSignedIn } from './failures.js';
import type { Identify } from './identity.js';
import { contextOf } from './request-context.js';
import { servedBy } from './serves.js';

/** @throws {NotSignedIn} @throws {NotFound} where the caller may not know whether it exists */
export function admit(route: Guarded, caller: CallerIdentity | undefined): void {
  if (mayCall(route, caller?.roles ?? null)) return;
  throw caller ? new NotFound() : new NotSignedIn();
}

/** Lets a caller in by the policy of the route; a handler that serves no route lets nobody in. */
export class Admission implements CanActivate {
  constructor(private readonly identify: Identify) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const route = servedBy(context.getHandler());
    if (!route) throw new NotFound();
    const known = contextOf(request);
    known.route = route;
    const token = request.headers[identityHeader];
    if (typeof token === 'string' && token !== '') known.caller = await this.identify(token);
    admit(route, known.caller);
    return true;
  }
}
