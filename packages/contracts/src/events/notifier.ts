import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { id, instant } from '../vocabulary.js';

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
