/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access -- answers are whatever came; the assertions are the check */
import { afterAll, beforeAll } from '@jest/globals';
import type { Session } from '@pledge/contracts/http';
import type { RunningService, Settings } from '@pledge/service-host';
import { runService, serviceMigrations } from '@pledge/service-host';
import { gatewayMigrations } from '../migrations/index.js';
import type { Bus } from '@pledge/testing/bus';
import { freshBus } from '@pledge/testing/bus';
import type { Database } from '@pledge/testing/database';
import { freshDatabase } from '@pledge/testing/database';
import type { JWK } from 'jose';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtemp, writeFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrontSettings } from '../front-settings.query.js';
import { gateway } from '../gateway.module.js';

export const administrator = { username: 'Chang', password: 'a long enough password' };

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Stack {
  readonly running: RunningService;
  readonly database: Database;
  readonly bus: Bus;
  readonly publicKey: JWK;
  /** What the department behind the gateway was asked. */
  readonly seen: Seen[];
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  signIn(role: string): Promise<{ cookie: string; csrfToken: string; session: Session }>;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever was answered; the assertion is the check
}

type Department = (request: Seen, response: ServerResponse) => void;

/** A running gateway in demo mode with one department behind it, `intake`, and nobody where `parts` should be. */
export function stack(department: Department, change: Partial<FrontSettings> = {}, demo = true): () => Stack {
  const database = freshDatabase({ migrations: serviceMigrations(gatewayMigrations), per: 'file' });
  const bus = freshBus();
  const seen: Seen[] = [];
  let upstream: Server | undefined;
  let built: Stack | undefined;

  beforeAll(async () => {
    upstream = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('error', () => response.destroy());
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const asked = { method, url, headers, body: Buffer.concat(chunks).toString() };
        seen.push(asked);
        department(asked, response);
      });
    });
    await new Promise<void>((ready) => upstream?.listen(0, '127.0.0.1', ready));
    const { port } = upstream.address() as AddressInfo;
    const keys = await generateKeyPair('EdDSA', { extractable: true });
    const publicKey = await exportJWK(keys.publicKey);
    const consoleFolder = await mkdtemp(join(tmpdir(), 'pledge-console-'));
    await writeFile(join(consoleFolder, 'index.html'), '<!doctype html><title>console</title>');
    const settings: Settings = {
      port: 0,
      host: '127.0.0.1',
      databaseUrl: database().url,
      natsUrl: bus().url,
      identityPublicKey: publicKey,
      demo,
      timeZone: 'Asia/Shanghai',
      closures: [],
      logLevel: process.env.LOG_LEVEL ?? 'silent',
      poolSize: 5,
      production: false,
    };
    const front: FrontSettings = {
      serviceUrls: { intake: `http://127.0.0.1:${port}`, parts: 'http://127.0.0.1:1' },
      identityPrivateKey: await exportJWK(keys.privateKey),
      demoSignIn: 'loopback',
      secureCookies: false,
      isTrustedProxy: () => false,
      administrator,
      consoleFolder,
      anonymousPostsPerMinute: 20,
      ...change,
    };
    const running = await runService(gateway(front), settings);
    const call = caller(running.url);
    built = {
      running,
      database: database(),
      bus: bus(),
      publicKey,
      seen,
      call,
      signIn: async (role) => {
        const { status, headers, json } = await call('POST', '/api/session/demo', { body: { role } });
        if (status !== 200) throw new Error(`sign in as ${role}: ${status}`);
        return { cookie: cookieIn(headers), csrfToken: json.csrfToken, session: json };
      },
    };
  });
  afterAll(async () => {
    await built?.running.stop();
    upstream?.closeAllConnections();
    upstream?.close();
  });
  return () => {
    if (!built) throw new Error('the gateway is not there yet');
    return built;
  };
}

export const cookieIn = (headers: IncomingMessage['headers']): string =>
  (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');

/** Unlike `fetch` this lets a test say which `Host` it asks for, and sends the path as it is written. */
const caller =
  (base: string) =>
  (method: string, path: string, { body, headers = {} }: CallOptions = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const asking = httpRequest(
        base,
        {
          method,
          path,
          headers: {
            ...(sent !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(sent),
            }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const isJson = /json/u.test(response.headers['content-type'] ?? '');
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text,
              json: isJson && text ? JSON.parse(text) : undefined,
            });
          });
        },
      );
      asking.on('error', reject);
      asking.end(sent);
    });
