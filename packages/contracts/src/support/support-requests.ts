import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { command, defineRecord } from '../define-record.js';
import { page, paging, routesOf } from '../define-route.js';
import { handOff, handOffAcceptance, person } from '../promise.js';
import { staff } from '../staff.js';
import { id, instant, text } from '../vocabulary.js';

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

const about = { supportRequestId: id, number: z.string(), orderId: id, requestId: id };

export const SupportRequestOpened = defineEvent(
  'support.request-opened.v1',
  "A request for help is in the group's list.",
  z.object({
    ...about,
    orderNumber: z.string(),
    requestNumber: z.string(),
    question: z.string(),
    raisedBy: person,
    raisedAt: instant,
    handOff,
    acceptBy: instant,
    openedAt: instant,
  }),
);

export const SupportHandOffAccepted = defineEvent(
  'support.handoff-accepted.v1',
  'A named support engineer took the question up.',
  handOffAcceptance.extend({ supportRequestId: id }),
);

export const SupportAnswered = defineEvent(
  'support.request-answered.v1',
  'The group gave its advice.',
  z.object({ ...about, answer: z.string(), answeredBy: person, answeredAt: instant }),
);

export const supportRequestEvents = { SupportRequestOpened, SupportHandOffAccepted, SupportAnswered };

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
  params: z.object({ supportRequestId: id }),
  reply: supportRequest,
});

const record = defineRecord({
  service: 'support',
  path: '/support-requests',
  key: 'supportRequestId',
  reply: supportRequest,
});
const wrongStep = {
  'support-request-in-another-step': {
    zh: '该技术支持请求当前不在此步骤，请刷新后查看。',
    en: 'The support request is in another step.',
  },
};

export const acceptSupportRequest = command(record, 'accept', {
  name: 'acceptSupportRequest',
  may: ['support-engineer'],
  summary: 'Take it up, by name (S-73).',
  refusals: wrongStep,
});
export const answerSupportRequest = command(record, 'answer', {
  name: 'answerSupportRequest',
  may: ['support-engineer'],
  summary: 'Give the advice.',
  body: z.object({ answer: text(4000) }),
  refusals: {
    ...wrongStep,
    'not-accepted-by-you': {
      zh: '该请求由另一位技术支持工程师受理，应由其答复。',
      en: 'Another support engineer has taken it up and is to answer.',
    },
  },
});
export const supportRequestRoutes = { accept: acceptSupportRequest, answer: answerSupportRequest };
