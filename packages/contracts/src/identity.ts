import { z } from 'zod';
import { department, role } from './vocabulary.js';

/** Who the gateway says is calling: the claims of the signed header `x-pledge-identity`. */
export const identityClaims = z.object({
  personId: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  /** The role the person acts in; one of `roles`. */
  role,
  roles: z.array(role).min(1),
  department: department.nullable(),
  /** The company of a customer contact; null for staff. */
  customerId: z.uuid().nullable(),
  language: z.enum(['zh', 'en']).default('zh'),
});
export type CallerIdentity = z.output<typeof identityClaims>;

/** The header of the token, and who signs it; its audience (`aud`) is the one service the request is passed on to. */
export const identityHeader = 'x-pledge-identity';
export const identityIssuer = 'pledge-gateway';
