import { services } from '@pledge/contracts';
import { WrongSettings } from '@pledge/service-host';
import type { JWK } from 'jose';
import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { DemoRule } from './sessions/demo-door.js';

/** What the gateway needs to know besides what every service does. */
export interface FrontSettings {
  /** Department → address, e.g. `http://intake:3000`. */
  readonly serviceUrls: Readonly<Record<string, string>>;
  readonly identityPrivateKey: JWK;
  readonly demoSignIn: DemoRule;
  readonly secureCookies: boolean;
  /** The origin people use, where a proxy in front changes `Host`. */
  readonly publicOrigin?: string;
  /** Whose `X-Forwarded-For` is believed. */
  readonly isTrustedProxy: (address: string) => boolean;
  readonly administrator?: { readonly username: string; readonly password: string };
  readonly consoleFolder: string;
  readonly anonymousPostsPerMinute: number;
}

type Env = Readonly<Record<string, string | undefined>>;

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});
const privateKey = jsonText.pipe(
  z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().min(1), d: z.string().min(1) }),
);
const flag = z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'], error: 'must be true or false' });
const known = /^(?:pledge|admin|administrator|password|changeme|change-me|secret|123456)/iu;

const environment = z.object({
  SERVICE_URLS: jsonText.pipe(
    z.partialRecord(z.enum(services), z.url({ protocol: /^https?$/u, error: 'must hold http:// addresses' })),
  ),
  IDENTITY_PRIVATE_KEY: privateKey,
  DEMO_SIGN_IN: z.enum(['off', 'loopback', 'published-on-loopback']).default('off'),
  SECURE_COOKIES: flag.default(false),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/u }).optional(),
  TRUSTED_PROXIES: z.string().default('').transform(blockListOf),
  PLEDGE_ADMIN_USERNAME: z.string().trim().min(1).max(100).default('admin'),
  PLEDGE_ADMIN_PASSWORD: z
    .string()
    .min(12, 'must have 12 characters at least')
    .refine((text) => !known.test(text), 'begins like a default password')
    .optional(),
  CONSOLE_DIR: z.string().default(join(import.meta.dirname, '../../console/dist')),
  ANONYMOUS_POSTS_PER_MINUTE: z.coerce.number().int().min(1).default(60),
});

/** @throws {WrongSettings} */
export function readFrontSettings(env: Env): FrontSettings {
  const faults: string[] = [];
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  given.IDENTITY_PRIVATE_KEY ??= contentOf('IDENTITY_PRIVATE_KEY_FILE', given, faults);
  given.PLEDGE_ADMIN_PASSWORD = contentOf('PLEDGE_ADMIN_PASSWORD_FILE', given, faults);
  const parsed = environment.safeParse(given);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = String(path[0]);
    faults.push(`${name} ${given[name] === undefined ? 'is missing' : message}`);
  }
  if (!parsed.success || faults.length > 0) throw new WrongSettings(faults);
  const { data } = parsed;
  return {
    serviceUrls: data.SERVICE_URLS,
    identityPrivateKey: data.IDENTITY_PRIVATE_KEY,
    demoSignIn: data.DEMO_SIGN_IN,
    secureCookies: data.SECURE_COOKIES,
    ...(data.PUBLIC_ORIGIN !== undefined && { publicOrigin: new URL(data.PUBLIC_ORIGIN).origin }),
    isTrustedProxy: data.TRUSTED_PROXIES,
    ...(data.PLEDGE_ADMIN_PASSWORD !== undefined && {
      administrator: { username: data.PLEDGE_ADMIN_USERNAME, password: data.PLEDGE_ADMIN_PASSWORD },
    }),
    consoleFolder: data.CONSOLE_DIR,
    anonymousPostsPerMinute: data.ANONYMOUS_POSTS_PER_MINUTE,
  };
}

function contentOf(name: string, env: Env, faults: string[]): string | undefined {
  const path = env[name];
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (failure) {
    faults.push(
      `${name} cannot be read (${failure instanceof Error && 'code' in failure ? String(failure.code) : '?'})`,
    );
    return undefined;
  }
}

function blockListOf(text: string, context: z.RefinementCtx): (address: string) => boolean {
  const list = new BlockList();
  for (const part of text.split(',').map((entry) => entry.trim())) {
    const [address = '', bits] = part.split('/');
    if (part === '') continue;
    const family = isIP(address);
    if (family === 0) context.addIssue({ code: 'custom', message: 'must hold addresses or address/bits' });
    else list.addSubnet(address, Number(bits ?? (family === 6 ? 128 : 32)), family === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => {
    const plain = address.replace(/^::ffff:/u, '');
    return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}

/** Token under which Nest provides them. */
export const FRONT_SETTINGS = Symbol('FrontSettings');
