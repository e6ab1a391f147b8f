export { countdown, isOpen, stateNow, worseFirst } from './clock.js';
export type { ClockFacts } from './clock.js';
export { durationOf, fullTime, shortTime } from './format.js';
export type { Duration, Language } from './format.js';
export { hearServerTime, serverNow } from './server-time.js';
export { companyTimeZone, instantOf, wallOf } from './wall-time.js';
