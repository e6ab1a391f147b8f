export type { EventContract, EventType, Fact } from '../define-event.js';
export * from './archives.js';
export * from './dispatch.js';
export * from './intake.js';
export * from './notifier.js';
export * from './parts.js';
export * from './supervision.js';
export * from './support.js';
