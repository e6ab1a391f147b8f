import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { command, defineRecord } from '../define-record.js';
import { page, paging, routesOf } from '../define-route.js';
import { enquiryDetails } from '../enquiry.js';
import { handOffAcceptance, person, stampedPromise } from '../promise.js';
import { visibleTo } from '../redaction.js';
import { staff } from '../staff.js';
import type { Role } from '../vocabulary.js';
import { channel, id, instant, text } from '../vocabulary.js';

const route = routesOf('supervision');

export const MatterAccepted = defineEvent(
  'supervision.matter-accepted.v1',
  'The information manager received a complaint or suggestion; its clock runs from here.',
  handOffAcceptance.extend({ requestNumber: z.string(), promise: stampedPromise }),
);
export const MatterDeclined = defineEvent(
  'supervision.matter-declined.v1',
  'Supervision declined a complaint or suggestion, with a reason; the hotline stays responsible.',
  z.object({ requestId: id, handOffId: id, reason: z.string(), by: person, declinedAt: instant }),
);
export const MatterSettled = defineEvent(
  'supervision.matter-settled.v1',
  'The reply to a complaint or suggestion is written; the hotline gives it to the user.',
  z.object({
    requestId: id,
    requestNumber: z.string(),
    promiseId: id,
    reply: z.string(),
    by: person,
    settledAt: instant,
  }),
);
/** What a complaint or suggestion says to others. */
export const matterEvents = { MatterAccepted, MatterDeclined, MatterSettled };

/** Who calls users about complaints and suggestions; others see no whole phone number. */
const whoCalls: readonly Role[] = [
  'agent',
  'seat-supervisor',
  'information-manager',
  'quality-supervisor',
  'customer-specialist',
];

/** A complaint or suggestion as supervision received it; the contact letter in two copies grows from here. */
export const matter = z.object({
  /** The request's id. */
  id,
  number: z.string(),
  kind: z.enum(['complaint', 'suggestion']),
  status: z.enum(['offered', 'accepted', 'declined', 'settled']),
  channel,
  reportedBy: z.object({ name: z.string(), phone: visibleTo(z.string(), whoCalls).nullable() }),
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

const record = defineRecord({ service: 'supervision', path: '/matters', key: 'requestId', reply: matter });

const may = ['information-manager', 'quality-supervisor', 'customer-specialist'] as const;
const wrongStep = {
  'matter-in-another-step': {
    zh: '该事项当前不在此步骤，请刷新后查看。',
    en: 'The complaint or suggestion is in another step.',
  },
};

export const acceptMatter = command(record, 'accept', {
  name: 'acceptMatter',
  may,
  summary: 'Receive it, by name: the clock of `settle-complaint` or `reply-suggestion` starts (S-84, S-85, S-98).',
  refusals: wrongStep,
});
export const declineMatter = command(record, 'decline', {
  name: 'declineMatter',
  may,
  summary: 'Decline, with a reason; the hotline stays responsible and may hand it over once more.',
  body: z.object({ reason: text(500) }),
  refusals: {
    ...wrongStep,
    'declined-before': {
      zh: '该事项此前已退回过一次，再次转来时必须受理。',
      en: 'It was declined before; the second time it is accepted.',
    },
  },
});
export const settleMatter = command(record, 'settle', {
  name: 'settleMatter',
  may,
  summary: 'Write the reply; the hotline gives it to the user. Nobody settles a complaint about themselves.',
  body: z.object({ reply: text(4000) }),
  refusals: {
    ...wrongStep,
    'own-matter': {
      zh: '投诉对象是您本人，须由他人处理。',
      en: 'The complaint is about you; somebody else settles it.',
    },
  },
});
/** Everything that a person does with a complaint or suggestion, by the command's name. */
export const matterRoutes = { accept: acceptMatter, decline: declineMatter, settle: settleMatter };

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
  params: z.object({ requestId: id }),
  reply: matter,
});
