export type { EventContract, EventType, Fact } from './define-event.js';
export { defineEvent } from './define-event.js';
export type { InputOf, Method, Policy, ReplyOf, RouteContract, RouteInput } from './define-route.js';
export { page, paging, routesOf } from './define-route.js';
export type { CallerIdentity } from './identity.js';
export { identityAudience, identityClaims, identityHeader, identityIssuer } from './identity.js';
export * from './promise.js';
export { topology } from './topology.js';
export * from './vocabulary.js';
