import { WrongSettings } from '@pledge/service-host';
import { z } from 'zod';

export interface MailSettings {
  /** None where messages are only recorded. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  readonly attempts: number;
  readonly firstRetryMs: number;
  /** Where people open the progress page. */
  readonly publicUrl: string;
}

const environment = z
  .object({
    SMTP_URL: z.url({ protocol: /^smtps?$/u, error: 'must be an smtp:// or smtps:// address' }).optional(),
    SMTP_FROM: z
      .string()
      .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/u, 'must be an e-mail address, with or without a name')
      .optional(),
    MAIL_ATTEMPTS: z.coerce.number('must be a number').int().min(1).max(20).default(8),
    MAIL_RETRY_SECONDS: z.coerce.number('must be a number').min(0.01).max(3600).default(30),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/u, error: 'must be an http:// or https:// address' })
      .default('http://127.0.0.1:8080'),
  })
  .refine(({ SMTP_URL, SMTP_FROM }) => SMTP_URL === undefined || SMTP_FROM !== undefined, {
    path: ['SMTP_FROM'],
    message: 'is missing: SMTP_URL is set, and mail needs a sender',
  });

/** @throws {WrongSettings} naming everything that is wrong */
export function readMailSettings(env: Readonly<Record<string, string | undefined>>): MailSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new WrongSettings(parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`));
  }
  const { SMTP_URL: url, SMTP_FROM: from, MAIL_ATTEMPTS, MAIL_RETRY_SECONDS, PUBLIC_URL } = parsed.data;
  return {
    smtp: url !== undefined && from !== undefined ? { url, from } : undefined,
    attempts: MAIL_ATTEMPTS,
    firstRetryMs: MAIL_RETRY_SECONDS * 1000,
    publicUrl: PUBLIC_URL.replace(/\/+$/u, ''),
  };
}

/** Token under which Nest provides the `MailSettings`. */
export const MAIL_SETTINGS = Symbol('MailSettings');
