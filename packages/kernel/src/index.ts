export { NotYetReceived } from './not-yet-received.js';
export type { Decider } from './decider.js';
export { replay } from './decider.js';
export { Refusal } from './refusal.js';
