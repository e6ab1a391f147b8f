import { isOurMailId } from '@pledge/contracts';
import { addressOf, headerOf } from './mail.js';
import { isForged } from './authentication.js';
import type { Mail, Suspicion } from './mail.js';

export interface Surroundings {
  /** Addresses from which the house itself writes, or at which it is written to. */
  readonly ownAddresses: readonly string[];
  /** How many others the same sender wrote within the hour. */
  readonly othersWithinHour: number;
  /** Names of mail servers whose word on the sender is believed. */
  readonly trustedServers: readonly string[];
}

/** More stations than any mail passes that does not go round. */
export const mostHops = 30;
/** Nobody writes so many by hand. */
export const mostWithinHour = 20;

const machines = /^(?:mailer-daemon|postmaster|mail-daemon|bounces?|no-?reply-bounces?)@/u;

/** Why nobody may have written a mail, the worst first. A machine neither answers nor joins such a mail; a person decides. */
export function suspicionOf(mail: Mail, surroundings: Surroundings): Suspicion | null {
  if (isLoop(mail, surroundings)) return 'mail-loop';
  if (isForged(mail, surroundings.trustedServers)) return 'forged-sender';
  if (isBounce(mail)) return 'bounce';
  if (isAutomatic(mail)) return 'auto-reply';
  return isAdvertising(mail) ? 'advertising' : null;
}

function isLoop(mail: Mail, { ownAddresses, othersWithinHour }: Surroundings): boolean {
  const { email } = mail.from;
  return (
    (email !== null && ownAddresses.some((own) => addressOf(own) === email)) ||
    (mail.messageId !== null && isOurMailId(mail.messageId)) ||
    mail.headers.filter(({ key }) => key === 'received').length > mostHops ||
    othersWithinHour >= mostWithinHour
  );
}

function isBounce(mail: Mail): boolean {
  const type = headerOf(mail, 'content-type')?.toLowerCase() ?? '';
  return (
    (type.startsWith('multipart/report') && type.includes('delivery-status')) ||
    headerOf(mail, 'x-failed-recipients') !== undefined ||
    machines.test(mail.from.email ?? '')
  );
}

function isAutomatic(mail: Mail): boolean {
  const submitted = headerOf(mail, 'auto-submitted')?.toLowerCase() ?? 'no';
  return (
    !/^no\b/u.test(submitted) ||
    headerOf(mail, 'return-path')?.replaceAll(/\s/gu, '') === '<>' ||
    headerOf(mail, 'x-auto-response-suppress') !== undefined ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => headerOf(mail, name) !== undefined) ||
    /^(?:auto_reply|auto-reply|junk)/u.test(headerOf(mail, 'precedence')?.toLowerCase() ?? '')
  );
}

const isAdvertising = (mail: Mail): boolean =>
  headerOf(mail, 'list-unsubscribe') !== undefined ||
  headerOf(mail, 'list-id') !== undefined ||
  /^(?:bulk|list)/u.test(headerOf(mail, 'precedence')?.toLowerCase() ?? '');
