import { Problem, Unreachable } from '@pledge/client';

/** Whether it is unknown if the command was done: no answer came, or the front door gave up on whom it asked. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Problem && error.status >= 500);
