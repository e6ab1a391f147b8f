import { WrongSettings } from '@pledge/service-host';
import { addressOf } from './mail.js';

/** The mailbox that is read; none where `IMAP_URL` is not set. */
export interface MailboxSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  /** The address at which the house is written to. */
  readonly address: string;
  readonly pollMs: number;
}

export interface MailSettings {
  readonly mailbox: MailboxSettings | undefined;
  /** Mail from these is our own. */
  readonly ownAddresses: readonly string[];
  /** Names of the mail servers that receive for us, whose `Authentication-Results` are believed. */
  readonly trustedServers: readonly string[];
}

/** @throws {WrongSettings} naming everything that is wrong */
export function readMailSettings(env: Readonly<Record<string, string | undefined>>): MailSettings {
  const faults: string[] = [];
  const own = (env.OWN_MAIL_ADDRESSES ?? '').split(',').filter((told) => told.trim() !== '');
  const ownAddresses = own.flatMap((told) => addressOf(told) ?? []);
  if (ownAddresses.length < own.length)
    faults.push('OWN_MAIL_ADDRESSES must be e-mail addresses, with commas between them');
  const servers = (env.TRUSTED_MAIL_SERVERS ?? '').split(',').map((told) => told.trim().toLowerCase());
  const trustedServers = servers.filter((told) => told !== '');
  if (trustedServers.some((name) => !/^[\w.:-]{1,200}$/u.test(name)))
    faults.push('TRUSTED_MAIL_SERVERS must be names of mail servers, with commas between them');
  const mailbox = mailboxIn(env, faults);
  if (faults.length > 0) throw new WrongSettings(faults);
  return { mailbox, trustedServers, ownAddresses: mailbox ? [mailbox.address, ...ownAddresses] : ownAddresses };
}

function mailboxIn(env: Readonly<Record<string, string | undefined>>, faults: string[]): MailboxSettings | undefined {
  const { IMAP_URL: told = '', MAIL_ADDRESS, IMAP_POLL_SECONDS: poll = '' } = env;
  if (told === '') return undefined;
  const url = URL.canParse(told) ? new URL(told) : undefined;
  if (!url || !/^imaps?:$/u.test(url.protocol) || url.username === '' || url.password === '') {
    faults.push(
      'IMAP_URL must be imaps://user:password@host, with :port and /folder where they are not the usual ones',
    );
    return undefined;
  }
  const user = decodeURIComponent(url.username);
  const address = addressOf(MAIL_ADDRESS === undefined || MAIL_ADDRESS === '' ? user : MAIL_ADDRESS);
  if (address === null) faults.push('MAIL_ADDRESS must be the address of the mailbox');
  const seconds = poll === '' ? 60 : Number(poll);
  if (!(seconds > 0 && seconds <= 3600)) faults.push('IMAP_POLL_SECONDS must be a number of seconds');
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname.replaceAll(/^\[|\]$/gu, ''),
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    user,
    password: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
    address: address ?? '',
    pollMs: seconds * 1000,
  };
}

/** Token under which Nest provides the `MailSettings`. */
export const MAIL_SETTINGS = Symbol('MailSettings');
