import type { CallerIdentity, RouteContract } from '@pledge/contracts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** What is known of a request while it is handled. */
export interface RequestContext {
  readonly traceId: string;
  /** W3C trace context with our own span, for what this request causes. */
  readonly traceparent: string;
  readonly startedAt: number;
  caller?: CallerIdentity;
  route?: RouteContract;
  body?: unknown;
}

const storage = new AsyncLocalStorage<RequestContext>();
const kept = new WeakMap<object, RequestContext>();
const wellFormed = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/u;

/** The trace of whatever is being handled now, if anything is. */
export const currentTraceparent = (): string | undefined => storage.getStore()?.traceparent;
export const currentTraceId = (): string | undefined => storage.getStore()?.traceId;

/** The context of a request: made once, from its header `traceparent` where that is well formed. */
export function contextOf(request: { readonly headers: Readonly<Record<string, unknown>> }): RequestContext {
  const known = kept.get(request);
  if (known) return known;
  const { traceparent } = request.headers;
  const match = typeof traceparent === 'string' ? wellFormed.exec(traceparent) : null;
  const traceId = match?.[1] ?? randomBytes(16).toString('hex');
  const span = randomBytes(8).toString('hex');
  const context: RequestContext = {
    traceId,
    traceparent: `00-${traceId}-${span}-${match?.[2] ?? '01'}`,
    startedAt: performance.now(),
  };
  kept.set(request, context);
  return context;
}

export const within = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);
