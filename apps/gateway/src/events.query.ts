import type { EventContract } from '@pledge/contracts/events';

/** Tells events from the other things their module exports. */
export const isEvent = (value: unknown): value is EventContract =>
  typeof value === 'object' &&
  value !== null &&
  'of' in value &&
  'type' in value &&
  'data' in value &&
  'summary' in value;
