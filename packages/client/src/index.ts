export { addressOf } from './address.js';
export type { Addressed } from './address.js';
export { clientOf } from './client.js';
export type { Call, CallInput, CallOptions, Carrier, Client, ClientSettings, Send } from './client.js';
export { live } from './live.js';
export type { EventStream, LiveHandlers, LiveSettings, LiveState } from './live.js';
export { Problem, Unreachable } from './problem.js';
export type { FieldError } from './problem.js';
