import { services } from '@pledge/contracts';
import type { JWK } from 'jose';
import { readFileSync } from 'node:fs';
import { isNativeError } from 'node:util/types';
import { z } from 'zod';

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

const environment = z
  .object({
    SERVICE: z.enum(services).optional(),
    PORT: z.coerce.number('must be a port').int().min(0).max(65_535),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: databaseUrl.refine((url) => !knownPasswords.has(passwordOf(url)), 'uses a default password'),
    MIGRATION_DATABASE_URL: databaseUrl,
    NATS_URL: z.string('is missing').min(1),
    NATS_NKEY_SEED: z.string().min(1).optional(),
    NATS_NKEY_SEED_FILE: z.string().min(1).optional(),
    IDENTITY_PUBLIC_KEY: z.string().min(1).optional(),
    IDENTITY_PUBLIC_KEY_FILE: z.string().min(1).optional(),
    PLEDGE_DEMO: flag.default(false),
    TIME_ZONE: z.string().refine(isTimeZone, 'is not a time zone').default('Asia/Shanghai'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    POOL_SIZE: z.coerce.number('must be a number').int().min(1).max(200).default(10),
    NODE_ENV: z.string().optional(),
  })
  .transform((env, context): Settings => {
    const file = (name: 'NATS_NKEY_SEED_FILE' | 'IDENTITY_PUBLIC_KEY_FILE') => {
      const path = env[name];
      if (path === undefined) return undefined;
      try {
        return readFileSync(path, 'utf8').trim();
      } catch (failure) {
        const why = isNativeError(failure) && 'code' in failure ? String(failure.code) : 'unknown';
        context.addIssue({ code: 'custom', path: [name], message: `cannot be read (${why})` });
        return undefined;
      }
    };
    const seed = env.NATS_NKEY_SEED ?? file('NATS_NKEY_SEED_FILE');
    const written = env.IDENTITY_PUBLIC_KEY ?? file('IDENTITY_PUBLIC_KEY_FILE');
    const key = jwk.safeParse(jsonOf(written));
    if (!key.success && (written !== undefined || env.IDENTITY_PUBLIC_KEY_FILE === undefined)) {
      const message = written === undefined ? 'is missing (or IDENTITY_PUBLIC_KEY_FILE)' : 'is not an Ed25519 JWK';
      context.addIssue({ code: 'custom', path: ['IDENTITY_PUBLIC_KEY'], message });
    }
    if (seed !== undefined && !/^SU[A-Z2-7]{56}$/u.test(seed)) {
      context.addIssue({ code: 'custom', path: ['NATS_NKEY_SEED'], message: 'is not the nkey seed of a user (SU…)' });
    }
    return {
      port: env.PORT,
      host: env.HOST,
      databaseUrl: env.DATABASE_URL,
      migrationDatabaseUrl: env.MIGRATION_DATABASE_URL,
      natsUrl: env.NATS_URL,
      ...(seed !== undefined && { natsSeed: seed }),
      identityPublicKey: key.data ?? { kty: 'OKP' },
      demo: env.PLEDGE_DEMO,
      timeZone: env.TIME_ZONE,
      logLevel: env.LOG_LEVEL,
      poolSize: env.POOL_SIZE,
      production: env.NODE_ENV === 'production',
    };
  });

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly migrationDatabaseUrl: string;
  readonly natsUrl: string;
  /** None where the bus asks for no credentials. */
  readonly natsSeed?: string;
  readonly identityPublicKey: JWK;
  readonly demo: boolean;
  readonly timeZone: string;
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
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const missing = (name: string) => given[name] === undefined;
    faults.push(
      ...parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return `${name} ${missing(name) && path.length === 1 && !/missing|read/u.test(message) ? 'is missing' : message}`;
      }),
    );
  }
  if (faults.length > 0 || !parsed.success) throw new WrongSettings(faults);
  return parsed.data;
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
