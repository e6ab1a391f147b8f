import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { person } from '../promise.js';
import { id, instant, text } from '../vocabulary.js';
import { staff } from '../staff.js';

const route = routesOf('support');
export const supportStatus = z.enum(['raised', 'accepted', 'answered']);

export const supportRequest = z.object({
  id,
  number: z.string(),
  status: supportStatus,
  orderId: id,
  orderNumber: z.string(),
  requestId: id,
  requestNumber: z.string(),
  question: z.string(),
  raisedBy: person,
  raisedAt: instant,
  acceptBy: instant,
  acceptedBy: person.nullable(),
  acceptedAt: instant.nullable(),
  answer: z.string().nullable(),
  answeredBy: person.nullable(),
  answeredAt: instant.nullable(),
  version: z.int(),
});
export type SupportRequest = z.output<typeof supportRequest>;

const one = z.object({ supportRequestId: id });
const wrongStep = { 'support-request-in-another-step': 'The request is in another step; the answer says which.' };

export const listSupportRequests = route({
  name: 'listSupportRequests',
  method: 'GET',
  path: '/support-requests',
  may: staff,
  summary: 'Requests for help, the most urgent first.',
  query: paging.extend({ status: supportStatus.optional(), orderId: id.optional(), requestId: id.optional() }),
  reply: page(supportRequest),
});
export const getSupportRequest = route({
  name: 'getSupportRequest',
  method: 'GET',
  path: '/support-requests/:supportRequestId',
  may: staff,
  summary: 'One request for help.',
  params: one,
  reply: supportRequest,
});
export const acceptSupportRequest = route({
  name: 'acceptSupportRequest',
  method: 'POST',
  path: '/support-requests/:supportRequestId/accept',
  may: ['support-engineer'],
  summary: 'Take it up, by name (S-73).',
  params: one,
  reply: supportRequest,
  refusals: wrongStep,
});
export const answerSupportRequest = route({
  name: 'answerSupportRequest',
  method: 'POST',
  path: '/support-requests/:supportRequestId/answer',
  may: ['support-engineer'],
  summary: 'Give the advice.',
  params: one,
  body: z.object({ answer: text(4000) }),
  reply: supportRequest,
  refusals: { ...wrongStep, 'not-accepted-by-you': 'Another support engineer has taken it up.' },
});
