import { afterAll, beforeAll } from '@jest/globals';
import type { Department, Role } from '@pledge/contracts';
import { identityHeader, identityIssuer } from '@pledge/contracts';
import type { RunningService } from '@pledge/service-host';
import { runService, serviceMigrations } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IntakeModule } from './intake.module.js';
import { intakeMigrations } from './migrations/index.js';
import { intakeWords } from './words.js';

export interface Who {
  readonly role: Role;
  readonly department?: Department;
  readonly customerId?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever was answered; the assertion is the check
}

/** Intake as it runs, without a bus, for all tests of a file; called as the gateway calls it. */
export function intakeService() {
  const database = freshDatabase({ migrations: serviceMigrations(intakeMigrations), per: 'file' });
  let running: RunningService | undefined;
  let key: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'] | undefined;

  beforeAll(async () => {
    const keys = await generateKeyPair('EdDSA', { extractable: true });
    key = keys.privateKey;
    process.env.FILES_DIR = await mkdtemp(join(tmpdir(), 'pledge-files-'));
    running = await runService(
      { service: 'intake', module: IntakeModule, migrations: intakeMigrations, words: intakeWords },
      {
        ...{ port: 0, host: '127.0.0.1', databaseUrl: database().url },
        ...{ natsUrl: 'nats://127.0.0.1:1', identityPublicKey: await exportJWK(keys.publicKey), demo: false },
        ...{ timeZone: 'Asia/Shanghai', closures: [], logLevel: process.env.LOG_LEVEL ?? 'silent', poolSize: 5 },
        production: false,
      },
    );
  });
  afterAll(() => running?.stop());

  const service = (): RunningService => {
    if (!running) throw new Error('the service is not there yet');
    return running;
  };

  async function token({ role, department, customerId = null }: Who): Promise<string> {
    if (!key) throw new Error('there is no key yet');
    const claims = {
      personId: `p-${role}`,
      name: role,
      role,
      roles: [role],
      department: department ?? null,
      customerId,
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(identityIssuer)
      .setAudience('intake')
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(key);
  }

  async function call(who: Who | null, method: string, path: string, body?: unknown): Promise<Answer> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${service().url}/api/intake${path}`, {
      method,
      headers: {
        ...(who && { [identityHeader]: await token(who) }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/u.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, text, json: isJson ? (JSON.parse(text) as unknown) : undefined };
  }

  return { service, call };
}
