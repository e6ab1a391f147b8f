import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { visibleTo } from '../redaction.js';
import { staff } from '../staff.js';
import type { Role } from '../vocabulary.js';
import { id, instant } from '../vocabulary.js';

const route = routesOf('notifier');

/** Those who tell people by phone what could not be sent; an engineer sees own orders only. */
const tellers: readonly Role[] = ['agent', 'seat-supervisor', 'dispatcher', 'engineer', 'customer-specialist'];

export const message = z.object({
  id,
  /** Null where it is not about a request: an envelope that waits, a gap in the roster. */
  requestId: id.nullable(),
  requestNumber: z.string().nullable(),
  template: z.string(),
  audience: z.enum(['reporter', 'engineer', 'owner', 'supervisor', 'manager', 'general-manager']),
  to: z.object({ name: z.string(), phone: visibleTo(z.string(), tellers).nullable(), email: z.string().nullable() }),
  subject: z.string(),
  /** The link to the progress page opens it without signing in: it is for the reporter and who tells them. */
  text: visibleTo(z.string(), tellers, 'progress-link'),
  /** `recorded`: no way to send it is configured for this person; agents tell them by phone. */
  state: z.enum(['recorded', 'sending', 'sent', 'failed']),
  attempts: z.int(),
  lastError: z.string().nullable(),
  recordedAt: instant,
  sentAt: instant.nullable(),
});
export type Message = z.output<typeof message>;

export const UserTold = defineEvent(
  'notifier.message-recorded.v1',
  'A message to a person is on record; it leaves by mail where one is configured.',
  z.object({
    messageId: id,
    requestId: id.nullable(),
    template: z.string(),
    audience: z.string(),
    recordedAt: instant,
  }),
);

export const listMessages = route({
  name: 'listMessages',
  method: 'GET',
  path: '/messages',
  may: staff,
  summary: 'Who was told what, newest first.',
  query: paging.extend({ requestId: id.optional(), state: message.shape.state.optional() }),
  reply: page(message),
});
