import { z } from 'zod';
import type { Role } from './vocabulary.js';

/** What is hidden of a field: the middle of a phone number, or the key in a text's link to the progress page. */
export type HiddenPart = 'phone' | 'progress-link';

/** Fields that not everybody sees whole, each with who does. */
export const redactions = z.registry<{ readonly roles: readonly Role[]; readonly hidden: HiddenPart }>();

/** A phone number, unless told, that these roles see whole and all others see masked, wherever it is answered. */
export function visibleTo<Schema extends z.ZodType>(
  schema: Schema,
  roles: readonly Role[],
  hidden: HiddenPart = 'phone',
): Schema {
  // A copy, so that the schema it is made of stays as it is.
  const own = schema.clone();
  redactions.add(own, { roles, hidden });
  return own;
}
