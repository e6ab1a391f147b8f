import type { JWK } from 'jose';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Closure } from './closures.js';
import { closures } from './closures.js';
import { isError } from './is-error.js';

/** The program cannot start as it was told to; says everything that is wrong at once. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
  constructor(readonly faults: readonly string[]) {
    super(`Cannot start, the environment is wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const knownPasswords = new Set([
  'postgres',
  'password',
  'changeme',
  'change-me',
  'secret',
  'admin',
  'pledge',
  '123456',
]);
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/u, error: 'must be a postgres:// address' });
const flag = z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0', ''], error: 'must be true or false' });
const jwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().min(1) });

const environment = z.object({
  PORT: z.coerce.number('must be a port').int().min(0).max(65_535),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: databaseUrl.refine((url) => !knownPasswords.has(passwordOf(url)), 'uses a default password'),
  NATS_URL: z.string('is missing').min(1),
  PLEDGE_DEMO: flag.default(false),
  TIME_ZONE: z.string().refine(isTimeZone, 'is not a time zone').default('Asia/Shanghai'),
  COMPANY_CLOSURES: closures.default([]),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  POOL_SIZE: z.coerce.number('must be a number').int().min(1).max(200).default(10),
  NODE_ENV: z.string().optional(),
});

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly natsUrl: string;
  /** None where the bus asks for no credentials. */
  readonly natsSeed?: string;
  readonly identityPublicKey: JWK;
  readonly demo: boolean;
  readonly timeZone: string;
  readonly closures: readonly Closure[];
  readonly logLevel: string;
  readonly poolSize: number;
  readonly production: boolean;
}

/** @throws {WrongSettings} */
export function readSettings(service: string, env: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = [];
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  if (given.SERVICE !== undefined && given.SERVICE !== service) {
    faults.push(`SERVICE is ${JSON.stringify(given.SERVICE)}, but this program is ${service}`);
  }
  if (given.MIGRATION_DATABASE_URL !== undefined) {
    faults.push('MIGRATION_DATABASE_URL is for the program that migrates; a running service must not hold it');
  }
  const parsed = environment.safeParse(given);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = String(path[0]);
    faults.push(`${name} ${given[name] === undefined ? 'is missing' : message}`);
  }
  const natsSeed = seedIn(given, faults);
  const identityPublicKey = publicKeyIn(given, faults);
  if (faults.length > 0 || !parsed.success || !identityPublicKey) throw new WrongSettings(faults);
  const told = parsed.data;
  return {
    port: told.PORT,
    host: told.HOST,
    databaseUrl: told.DATABASE_URL,
    natsUrl: told.NATS_URL,
    ...(natsSeed !== undefined && { natsSeed }),
    identityPublicKey,
    demo: told.PLEDGE_DEMO,
    timeZone: told.TIME_ZONE,
    closures: told.COMPANY_CLOSURES,
    logLevel: told.LOG_LEVEL,
    poolSize: told.POOL_SIZE,
    production: told.NODE_ENV === 'production',
  };
}

type Given = Readonly<Record<string, string | undefined>>;

function seedIn(given: Given, faults: string[]): string | undefined {
  const seed = given.NATS_NKEY_SEED ?? fileIn(given, 'NATS_NKEY_SEED_FILE', faults);
  if (seed !== undefined && !/^SU[A-Z2-7]{56}$/u.test(seed)) {
    faults.push('NATS_NKEY_SEED is not the nkey seed of a user (SU…)');
  }
  return seed;
}

function publicKeyIn(given: Given, faults: string[]): JWK | undefined {
  const { IDENTITY_PUBLIC_KEY: written, IDENTITY_PUBLIC_KEY_FILE: path } = given;
  if (written === undefined && path === undefined) {
    faults.push('IDENTITY_PUBLIC_KEY is missing (or IDENTITY_PUBLIC_KEY_FILE)');
    return undefined;
  }
  const text = written ?? fileIn(given, 'IDENTITY_PUBLIC_KEY_FILE', faults);
  const key = jwk.safeParse(jsonOf(text));
  if (text !== undefined && !key.success) faults.push('IDENTITY_PUBLIC_KEY is not an Ed25519 JWK');
  return key.data;
}

function fileIn(given: Given, name: string, faults: string[]): string | undefined {
  const path = given[name];
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (failure) {
    const why = isError(failure) && 'code' in failure ? String(failure.code) : 'unknown';
    faults.push(`${name} cannot be read (${why})`);
    return undefined;
  }
}

function passwordOf(url: string): string {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).password) : '';
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Token under which Nest provides the service's `Settings`. */
export const SETTINGS = Symbol('Settings');
