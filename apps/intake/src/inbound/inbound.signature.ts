import type { SentBytes } from '@pledge/service-host';
import { NotFound, InvalidSignature } from '@pledge/service-host';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { InboundSettings } from './inbound.settings.js';

/** What was overheard cannot be sent again later. */
const toleranceMs = 5 * 60_000;

/** A delivery whose signature was checked: what it says of itself is believed. */
export interface Signed {
  /** The same for every attempt of the same delivery. */
  readonly deliveryId: string;
  readonly signedAt: string;
}

/**
 * Checks a signature as Standard Webhooks want it, over the bytes as they came: a mail is not always text, and the library that makes
 * text of it first hashes in script, which for many megabytes would hold the event loop.
 * @throws {NotFound} where the house takes nothing of the kind @throws {InvalidSignature}
 */
export function checkSignature({ secret }: InboundSettings, { bytes, headers }: SentBytes): Signed {
  if (secret === undefined) throw new NotFound();
  const told = (name: string) => String(headers[name] ?? '');
  const [deliveryId, timestamp] = [told('webhook-id'), told('webhook-timestamp')];
  if (!/^[\x21-\x7e]{1,200}$/u.test(deliveryId) || !/^\d{1,12}$/u.test(timestamp)) {
    throw new InvalidSignature('signature-wrong');
  }
  const signedAt = Number(timestamp) * 1000;
  if (Math.abs(Date.now() - signedAt) > toleranceMs) throw new InvalidSignature('signature-too-old');
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', key).update(`${deliveryId}.${timestamp}.`).update(bytes).digest();
  const fits = told('webhook-signature')
    .split(' ')
    .some((one) => one.startsWith('v1,') && same(Buffer.from(one.slice('v1,'.length), 'base64'), expected));
  if (!fits) throw new InvalidSignature('signature-wrong');
  return { deliveryId, signedAt: new Date(Math.min(signedAt, Date.now())).toISOString() };
}

const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
