import { z } from 'zod';
import { routesOf } from '../define-route.js';
import { id, instant, text, typedLine } from '../vocabulary.js';

const route = routesOf('intake');

/**
 * A mail as a gateway got it (RFC 5322), signed as Standard Webhooks want it. The same `webhook-id` is one delivery, and the same mail is one
 * envelope however it comes. Whatever the mail is made of, it is stored; what cannot be read is kept as it came.
 */
export const takeMail = route({
  name: 'takeMail',
  method: 'POST',
  path: '/inbound/mails',
  takes: { as: 'signed-bytes', mediaTypes: ['message/rfc822'], limit: 36 * 1024 * 1024 },
  may: 'anyone',
  summary: 'A mail came in at a gateway; stored before it is acknowledged, and joined to the request it answers.',
  reply: z.object({
    envelopeId: id,
    /** The request that it was joined to as an answer. */
    joinedTo: id.nullable(),
  }),
  refusals: { 'mail-empty': 'There is no mail in the body.' },
});

/**
 * A fax as a gateway got it, signed as Standard Webhooks want it. The same `faxId` on the same line is one envelope, which waits to be
 * transcribed.
 */
export const takeFax = route({
  name: 'takeFax',
  method: 'POST',
  path: '/inbound/faxes',
  takes: { as: 'signed-json', mediaTypes: ['application/json'], limit: 36 * 1024 * 1024 },
  may: 'anyone',
  summary: 'A fax came in at a gateway; stored before it is acknowledged, with its pages, to be transcribed.',
  body: z.object({
    faxId: text(120),
    /** The number that sent it; empty or `anonymous` where it is withheld. */
    from: typedLine(60).nullish(),
    line: text(60),
    receivedAt: instant,
    /** One file with all pages (PDF, TIFF or PNG, at most 25 MB) in base64. */
    pages: z.string().min(1),
  }),
  reply: z.object({ envelopeId: id }),
  refusals: {
    'received-in-future': 'It cannot have reached us later than now.',
    'pages-unreadable': 'The pages are not in base64.',
    'pages-kind-not-allowed': 'Pages are a PDF, TIFF or PNG file.',
    'file-too-large': 'At most 25 MB.',
    'image-too-large': 'The picture has more pixels than are taken.',
  },
});
