import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { id, instant } from '../vocabulary.js';
import { staff } from '../staff.js';

const route = routesOf('notifier');

export const message = z.object({
  id,
  /** Null where it is not about a request: an envelope that waits, a gap in the roster. */
  requestId: id.nullable(),
  requestNumber: z.string().nullable(),
  template: z.string(),
  audience: z.enum(['reporter', 'engineer', 'owner', 'supervisor', 'manager', 'general-manager']),
  to: z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() }),
  subject: z.string(),
  text: z.string(),
  /** `recorded`: no way to send it is configured for this person; agents tell them by phone. */
  state: z.enum(['recorded', 'sending', 'sent', 'failed']),
  attempts: z.int(),
  lastError: z.string().nullable(),
  recordedAt: instant,
  sentAt: instant.nullable(),
});
export type Message = z.output<typeof message>;

export const listMessages = route({
  name: 'listMessages',
  method: 'GET',
  path: '/messages',
  may: staff,
  summary: 'Who was told what, newest first.',
  query: paging.extend({ requestId: id.optional(), state: message.shape.state.optional() }),
  reply: page(message),
});
