export type { CommandHandlers, EventHandlers, OfType, Typed } from './by-command.js';
export { byCommand, byEvent } from './by-command.js';
export type { Decider } from './decider.js';
export { replay } from './decider.js';
export type { Actor, Given } from './given.js';
export { actorOf, pendingNumber, personOf } from './given.js';
export { NotYetReceived } from './not-yet-received.js';
export { Refusal } from './refusal.js';
