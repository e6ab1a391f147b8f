import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { enquiryDetails } from '../enquiry.js';
import { person, stampedPromise } from '../promise.js';
import { channel, id, instant, text } from '../vocabulary.js';
import { staff } from '../staff.js';

const route = routesOf('supervision');
const may = ['information-manager', 'quality-supervisor', 'customer-specialist'] as const;

/** A complaint or suggestion as supervision received it; the contact letter in two copies grows from here. */
export const matter = z.object({
  /** The request's id. */
  id,
  number: z.string(),
  kind: z.enum(['complaint', 'suggestion']),
  status: z.enum(['offered', 'accepted', 'declined', 'settled']),
  channel,
  reportedBy: z.object({ name: z.string(), phone: z.string().nullable() }),
  customerName: z.string().nullable(),
  subject: z.string(),
  description: z.string(),
  details: enquiryDetails,
  handled: z.string().nullable(),
  receivedAt: instant,
  handedOverBy: person,
  handedOverAt: instant,
  acceptBy: instant,
  acceptedBy: person.nullable(),
  acceptedAt: instant.nullable(),
  declinedReason: z.string().nullable(),
  promise: stampedPromise.nullable(),
  reply: z.string().nullable(),
  settledBy: person.nullable(),
  settledAt: instant.nullable(),
  version: z.int(),
});
export type Matter = z.output<typeof matter>;

const one = z.object({ requestId: id });
const wrongStep = { 'matter-in-another-step': 'It is in another step; the answer says which.' };
export const listMatters = route({
  name: 'listMatters',
  method: 'GET',
  path: '/matters',
  may: staff,
  summary: 'Complaints and suggestions that were handed over, the most urgent first.',
  query: paging.extend({
    status: matter.shape.status.optional(),
    kind: matter.shape.kind.optional(),
    requestId: id.optional(),
  }),
  reply: page(matter),
});
export const getMatter = route({
  name: 'getMatter',
  method: 'GET',
  path: '/matters/:requestId',
  may: staff,
  summary: 'One of them.',
  params: one,
  reply: matter,
});
export const acceptMatter = route({
  name: 'acceptMatter',
  method: 'POST',
  path: '/matters/:requestId/accept',
  may,
  summary: 'Receive it, by name: the clock of `settle-complaint` or `reply-suggestion` starts (S-84, S-85, S-98).',
  params: one,
  reply: matter,
  refusals: wrongStep,
});
export const declineMatter = route({
  name: 'declineMatter',
  method: 'POST',
  path: '/matters/:requestId/decline',
  may,
  summary: 'Decline, with a reason; the hotline stays responsible and may hand it over once more.',
  params: one,
  body: z.object({ reason: text(500) }),
  reply: matter,
  refusals: { ...wrongStep, 'declined-before': 'It was declined before: the second time it is accepted.' },
});
export const settleMatter = route({
  name: 'settleMatter',
  method: 'POST',
  path: '/matters/:requestId/settle',
  may,
  summary: 'Write the reply; the hotline gives it to the user. Nobody settles a complaint about themselves.',
  params: one,
  body: z.object({ reply: text(4000) }),
  reply: matter,
  refusals: { ...wrongStep, 'own-matter': 'The complaint is about you.' },
});
