import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { id, instant, text, type Service } from '../vocabulary.js';

export const deadLetter = z.object({
  id,
  /** An event that was heard and not handled, a timer that fails, or an event that cannot be published. */
  kind: z.enum(['event', 'timer', 'publication']),
  /** The reaction that failed, e.g. `dispatch-opens-order`; the kind of the timer; `publish`. */
  reaction: z.string(),
  eventId: z.string(),
  type: z.string(),
  partitionKey: z.string(),
  /** `waiting`: for an event of another department, or for a later version of the service. */
  state: z.enum(['waiting', 'retrying', 'dead', 'behind', 'dropped', 'done']),
  attempts: z.int().min(0),
  lastError: z.string().nullable(),
  payload: z.unknown(),
  firstFailedAt: instant.nullable(),
  nextAttemptAt: instant.nullable(),
});
export type DeadLetter = z.output<typeof deadLetter>;

const one = z.object({ deadLetterId: id });
const refusals = { 'dead-letter-settled': 'It was retried or dropped before.' };

/** The routes by which a person looks after what a service could not handle. */
export function deadLetterRoutes(service: Service) {
  const route = routesOf(service);
  return {
    list: route({
      name: 'listDeadLetters',
      method: 'GET',
      path: '/dead-letters',
      summary:
        'What this service could not handle or publish, and what stands behind it; what waits for another department is shown after an hour.',
      may: ['administrator'],
      query: paging.extend({ state: deadLetter.shape.state.optional() }),
      reply: page(deadLetter),
    }),
    retry: route({
      name: 'retryDeadLetter',
      method: 'POST',
      path: '/dead-letters/:deadLetterId/retry',
      summary: 'Handle it again; what waits behind it follows in order.',
      may: ['administrator'],
      params: one,
      reply: deadLetter,
      refusals,
    }),
    drop: route({
      name: 'dropDeadLetter',
      method: 'POST',
      path: '/dead-letters/:deadLetterId/drop',
      summary: 'Give it up, with a reason; what waits behind it goes on.',
      may: ['administrator'],
      params: one,
      body: z.object({ reason: text(500) }),
      reply: deadLetter,
      refusals,
    }),
  };
}
