import { z } from 'zod';
import type { Role } from './vocabulary.js';

/** Fields that not everybody sees whole, each with who does. */
export const redactions = z.registry<{ readonly roles: readonly Role[] }>();

/** A phone number that these roles see whole and all others see masked, wherever it is answered. */
export function visibleTo<Schema extends z.ZodType>(schema: Schema, roles: readonly Role[]): Schema {
  // A copy, so that the schema it is made of stays as it is.
  const own = schema.clone();
  redactions.add(own, { roles });
  return own;
}
