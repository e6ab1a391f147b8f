export { NotHeardYet } from './not-heard-yet.js';
export type { Decider } from './decider.js';
export { replay } from './decider.js';
export { Refusal } from './refusal.js';
