export { intentFor, intentFrom } from './intent.js';
export type { Intent, Wanted } from './intent.js';
export { isUnanswered } from './unanswered.js';
