import { id, page, paging, routesOf, text } from '@pledge/contracts';
import { z } from 'zod';

const route = routesOf('support');
const one = z.object({ noteId: id });

export const note = z.object({ id, text: z.string(), lines: z.int(), version: z.int() });
const writing = z.object({
  text: text(1000),
  priority: z.enum(['low', 'high']).default('low'),
  tags: z
    .array(z.object({ name: text(20), weight: z.int().min(0).max(10) }))
    .max(5)
    .optional(),
});

export const takeNote = route({
  name: 'takeNote',
  method: 'POST',
  path: '/notes',
  may: ['agent', 'dispatcher'],
  status: 201,
  summary: 'Take a note.',
  body: writing.extend({ noteId: id }),
  reply: note,
  refusals: { 'note-rude': 'A note is polite.' },
});
export const writeNote = route({
  name: 'writeNote',
  method: 'POST',
  path: '/notes/:noteId/write',
  may: ['agent', 'dispatcher'],
  summary: 'Write another line.',
  params: one,
  body: writing,
  reply: note,
  refusals: { 'note-full': 'A note has three lines.', 'note-rude': 'A note is polite.' },
});
export const tearNote = route({
  name: 'tearNote',
  method: 'POST',
  path: '/notes/:noteId/tear',
  may: 'signed-in',
  summary: 'Tear it.',
  params: one,
  reply: note,
  refusals: { 'note-not-tearable': 'Notes are kept.' },
});
export const getNote = route({
  name: 'getNote',
  method: 'GET',
  path: '/notes/:noteId',
  may: ['agent'],
  summary: 'One note.',
  params: one,
  reply: note,
});
export const listNotes = route({
  name: 'listNotes',
  method: 'GET',
  path: '/notes',
  may: 'anyone',
  summary: 'All notes.',
  query: paging.extend({ q: z.string().max(20).optional(), open: z.stringbool().optional() }),
  reply: page(note),
});
export const noteForm = route({
  name: 'noteForm',
  method: 'GET',
  path: '/notes/:noteId/form.pdf',
  may: 'anyone',
  summary: 'The note, printed.',
  params: one,
  reply: z.unknown(),
  produces: 'application/pdf',
});
export const pinSheet = route({
  name: 'pinSheet',
  method: 'POST',
  path: '/sheets',
  takes: { as: 'file', mediaTypes: ['multipart/form-data'], limit: 4 * 1024 * 1024 },
  may: ['agent'],
  summary: 'Pin a sheet.',
  reply: z.object({ name: z.string(), size: z.int() }),
});
export const hangSheet = route({
  name: 'hangSheet',
  method: 'POST',
  path: '/signed-sheets',
  takes: { as: 'signed-json', mediaTypes: ['application/json'], limit: 2 * 1024 * 1024 },
  may: 'anyone',
  summary: 'Pin a sheet that is signed.',
  body: z.object({ text: z.string() }),
  reply: z.object({ size: z.int() }),
});
export const hangPhoto = route({
  name: 'hangPhoto',
  method: 'POST',
  path: '/signed-photos',
  takes: { as: 'signed-bytes', mediaTypes: ['message/rfc822'], limit: 2 * 1024 * 1024 },
  may: 'anyone',
  summary: 'Pin bytes that are signed.',
  reply: z.object({ size: z.int() }),
});
export const takeSheet = route({
  name: 'takeSheet',
  method: 'GET',
  path: '/sheets/:name',
  may: 'anyone',
  summary: 'A sheet, to be saved.',
  params: z.object({ name: z.string() }),
  produces: 'application/octet-stream',
  reply: z.any(),
});
export const breakContract = route({
  name: 'breakContract',
  method: 'GET',
  path: '/broken',
  may: 'anyone',
  summary: 'Answers something else than it promised.',
  query: z.object({ how: z.enum(['less', 'more', 'throw']).default('less') }),
  reply: z.object({ count: z.int() }),
});
export const waitForGate = route({
  name: 'waitForGate',
  method: 'GET',
  path: '/slow',
  may: 'anyone',
  summary: 'Answers when the gate opens.',
  reply: z.object({ opened: z.boolean() }),
});

export const noteRoutes = [
  takeNote,
  writeNote,
  tearNote,
  getNote,
  listNotes,
  noteForm,
  pinSheet,
  hangSheet,
  hangPhoto,
  takeSheet,
  breakContract,
  waitForGate,
];
