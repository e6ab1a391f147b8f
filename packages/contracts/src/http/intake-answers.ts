import { z } from 'zod';
import { routesOf } from '../define-route.js';
import { id, language, requestKind, text } from '../vocabulary.js';
import { staff } from '../staff.js';

const route = routesOf('intake');
const desk = ['agent', 'seat-supervisor'] as const;

/** A text for an answer, with `{{variables}}` of the request. */
export const answerTemplate = z.object({
  id,
  name: z.string(),
  kinds: z.array(requestKind),
  text: z.object({ zh: z.string(), en: z.string() }),
  version: z.int(),
});
export type AnswerTemplate = z.output<typeof answerTemplate>;
const variables = { 'unknown-variable': 'A variable that no request has; the answer says which.' };
export const listTemplates = route({
  name: 'listTemplates',
  method: 'GET',
  path: '/templates',
  may: staff,
  summary: 'Texts for answers.',
  query: z.object({ kind: requestKind.optional() }),
  reply: z.object({ items: z.array(answerTemplate), variables: z.array(z.string()) }),
});
export const saveTemplate = route({
  name: 'saveTemplate',
  method: 'POST',
  path: '/templates/:templateId',
  may: ['seat-supervisor', 'administrator'],
  summary: 'Write a text for answers, in both languages with the same variables.',
  params: z.object({ templateId: id }),
  body: z.object({
    name: text(80),
    kinds: z.array(requestKind).max(8),
    text: z.object({ zh: text(4000), en: text(4000) }),
  }),
  reply: answerTemplate,
  refusals: { ...variables, 'variables-differ': 'Both languages need the same variables.' },
});
export const deleteTemplate = route({
  name: 'deleteTemplate',
  method: 'DELETE',
  path: '/templates/:templateId',
  may: ['seat-supervisor', 'administrator'],
  summary: 'Delete a text for answers.',
  params: z.object({ templateId: id }),
  reply: z.object({ deleted: z.literal(true) }),
});
export const fillTemplate = route({
  name: 'fillTemplate',
  method: 'GET',
  path: '/templates/:templateId/filled',
  may: desk,
  summary: "A template with a request's own values; `empty` names variables the request has no value for.",
  params: z.object({ templateId: id }),
  query: z.object({ requestId: id, language }),
  reply: z.object({ text: z.string(), empty: z.array(z.string()) }),
});
