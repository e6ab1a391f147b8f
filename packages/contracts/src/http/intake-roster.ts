import { z } from 'zod';
import { routesOf } from '../define-route.js';
import { person } from '../promise.js';
import { channel, day, id, instant, text, personName } from '../vocabulary.js';
import { staff } from '../staff.js';

const route = routesOf('intake');
const desk = ['agent', 'seat-supervisor'] as const;

/** One thing that is open when a shift ends, as both shifts see it. */
export const openMatter = z.object({
  type: z.enum(['envelope', 'call-back', 'request']),
  id,
  number: z.string().nullable(),
  channel,
  who: z.string().nullable(),
  receivedAt: instant,
  dueAt: instant.nullable(),
  overdue: z.boolean(),
});
export type OpenMatter = z.output<typeof openMatter>;
export const shiftKind = z.enum(['day', 'night', 'holiday']);
export const shift = z.object({
  id,
  kind: shiftKind,
  startsAt: instant,
  endsAt: instant,
  /** The first is on call; the others stand in, in this order. */
  people: z.array(person.extend({ phone: z.string().nullable() })).min(1),
  handedOver: z
    .object({
      by: person,
      to: person,
      at: instant,
      openCount: z.int(),
      note: z.string().nullable(),
      /** The most urgent two hundred of what was open. */
      open: z.array(openMatter),
    })
    .nullable(),
  /** The last change since it was planned. */
  changed: z.object({ by: person, at: instant, reason: z.string().nullable(), swapped: z.boolean() }).nullable(),
  version: z.int(),
});
export type Shift = z.output<typeof shift>;
const stretch = z.object({ from: instant, to: instant });
const longestStretchMs = 100 * 24 * 3_600_000;
const upTo100Days = stretch.refine(
  ({ from, to }) => Date.parse(to) > Date.parse(from) && Date.parse(to) - Date.parse(from) <= longestStretchMs,
  { path: ['to'], message: 'after `from`, and at most 100 days' },
);
export const listShifts = route({
  name: 'listShifts',
  method: 'GET',
  path: '/roster',
  may: staff,
  summary: 'The roster of a stretch of at most 100 days, with its gaps; days are marked as working days and holidays.',
  query: upTo100Days,
  reply: z.object({
    items: z.array(shift),
    gaps: z.array(stretch),
    days: z.array(
      z.object({ day, kind: z.enum(['working', 'weekend', 'holiday', 'make-up']), name: z.string().nullable() }),
    ),
  }),
});
export const getOnCall = route({
  name: 'getOnCall',
  method: 'GET',
  path: '/roster/now',
  may: 'signed-in',
  summary: 'Who is on call now, who is next, and the next gap.',
  reply: z.object({ now: shift.nullable(), next: shift.nullable(), nextGap: stretch.nullable(), night: z.boolean() }),
});
/** What a shift that is handed over now would hand over. */
export const listOpenMatters = route({
  name: 'listOpenMatters',
  method: 'GET',
  path: '/roster/open',
  may: desk,
  summary:
    'What is open on the hotline now: envelopes that wait, call-backs, requests nobody answered; the most urgent first.',
  reply: z.object({ items: z.array(openMatter), count: z.int() }),
});
const shiftBody = z.object({
  kind: shiftKind,
  startsAt: instant,
  endsAt: instant,
  people: z
    .array(z.object({ personId: z.string().min(1).max(100), name: personName(60), phone: text(40).nullish() }))
    .min(1)
    .max(10),
});
const shiftRefusals = {
  'shift-ends-before-start': 'A shift ends after it starts.',
  'shift-too-long': 'A shift has at most 24 hours.',
  'person-in-two-shifts': 'Somebody is first in two shifts at once.',
  'shift-past': 'A shift that is over or was handed over is not changed.',
  'shift-unknown': 'It was taken out of the roster.',
};
export const planShifts = route({
  name: 'planShifts',
  method: 'POST',
  path: '/roster',
  may: ['seat-supervisor'],
  status: 201,
  summary: 'Plan shifts, all or none.',
  body: z.object({ shifts: z.array(shiftBody).min(1).max(400) }),
  reply: z.object({ items: z.array(shift) }),
  refusals: shiftRefusals,
});
export const changeShift = route({
  name: 'changeShift',
  method: 'POST',
  path: '/roster/:shiftId',
  may: ['seat-supervisor'],
  summary: 'Change a shift: other people, other times; why is shown with who and when.',
  params: z.object({ shiftId: id }),
  body: shiftBody.extend({ reason: text(300).nullish() }),
  reply: shift,
  refusals: shiftRefusals,
});
export const swapShifts = route({
  name: 'swapShifts',
  method: 'POST',
  path: '/roster/:shiftId/swap',
  may: ['seat-supervisor'],
  summary: 'Swap two shifts, both or neither: each keeps its times and gets the people of the other.',
  params: z.object({ shiftId: id }),
  body: z.object({ version: z.int(), withShiftId: id, withVersion: z.int(), reason: text(300) }),
  reply: z.object({ items: z.array(shift) }),
  refusals: {
    ...shiftRefusals,
    'shift-changed-meanwhile': 'One of them was changed meanwhile.',
    'swap-with-itself': 'A shift is swapped with another one.',
  },
});
export const cancelShift = route({
  name: 'cancelShift',
  method: 'POST',
  path: '/roster/:shiftId/cancel',
  may: ['seat-supervisor'],
  summary: 'Take a shift out of the roster.',
  params: z.object({ shiftId: id }),
  reply: z.object({ cancelled: z.literal(true), gaps: z.array(stretch) }),
  refusals: shiftRefusals,
});
export const handOverShift = route({
  name: 'handOverShift',
  method: 'POST',
  path: '/roster/:shiftId/hand-over',
  may: desk,
  summary: 'Hand what is open to the next shift: a list that both see, and who took it when.',
  params: z.object({ shiftId: id }),
  body: z.object({ toPersonId: z.string().min(1).max(100), note: text(2000).nullish() }),
  reply: shift,
  refusals: {
    'not-in-shift': 'Only who is in the shift hands it over.',
    'person-unknown': 'The next shift has no such person.',
    'shift-handed-over': 'It was handed over before.',
    'shift-unknown': 'It was taken out of the roster.',
  },
});
