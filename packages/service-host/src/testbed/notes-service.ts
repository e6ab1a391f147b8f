import { afterAll, beforeAll } from '@jest/globals';
import type { Database } from '@pledge/testing/database';
import { freshDatabase } from '@pledge/testing/database';
import type { RunningService, ServiceDefinition, Settings } from '../index.js';
import { runService } from '../index.js';
import type { Gateway } from './gateway.js';
import { gateway } from './gateway.js';
import { notesDefinition, notesMigrations } from './notes-definition.js';

export interface NotesService {
  readonly running: RunningService;
  readonly gateway: Gateway;
  readonly database: Database;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
}

export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever was answered; the assertion is the check
}

/** A running service of notes for all tests of a file, with no bus within reach unless told. */
export function notesService(settings: Partial<Settings> | (() => Partial<Settings>) = {}): () => NotesService {
  const database = freshDatabase({ migrations: notesMigrations, per: 'file' });
  let service: NotesService | undefined;
  beforeAll(async () => {
    const keys = await gateway();
    const told = typeof settings === 'function' ? settings() : settings;
    service = await startNotes(database(), keys, told);
  });
  afterAll(() => service?.running.stop());
  return () => {
    if (!service) throw new Error('the service is not there yet');
    return service;
  };
}

export async function startNotes(
  database: Database,
  keys: Gateway,
  told: Partial<Settings> = {},
  definition: Partial<ServiceDefinition> = {},
): Promise<NotesService> {
  const settings: Settings = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: database.url,
    natsUrl: 'nats://127.0.0.1:1',
    identityPublicKey: keys.publicKey,
    demo: false,
    timeZone: 'Asia/Shanghai',
    closures: [],
    logLevel: process.env.LOG_LEVEL ?? 'silent',
    poolSize: 5,
    production: false,
    ...told,
  };
  const running = await runService({ ...notesDefinition, ...definition }, settings);
  return { running, gateway: keys, database, call: caller(running.url) };
}

const caller =
  (url: string) =>
  async (method: string, path: string, { token, body, headers = {} }: CallOptions = {}): Promise<Answer> => {
    const sent =
      body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const answer = await fetch(`${url}/api/support${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { 'x-pledge-identity': token }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await answer.text();
    const isJson = /json/u.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson && text ? (JSON.parse(text) as unknown) : undefined,
    };
  };
