import { afterEach, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { migrate } from './database.js';
import type { Gateway } from './testbed/gateway.js';
import { gateway } from './testbed/gateway.js';
import { notesDefinition, notesMigrations } from './testbed/notes-definition.js';

const database = freshDatabase({ migrations: notesMigrations });
const unmigrated = freshDatabase({ migrations: [] });
const root = `${import.meta.dirname}/../../..`;
let child: ChildProcess | undefined;
afterEach(() => void child?.kill('SIGKILL'));

interface Program {
  readonly child: ChildProcess;
  readonly lines: () => string;
  readonly ended: Promise<number | null>;
}

function program(env: Record<string, string>): Program {
  const main = `${import.meta.dirname}/testbed/notes.main.ts`;
  const started = spawn(process.execPath, ['--import', `${root}/packages/tooling/bin/source.mjs`, main], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  let said = '';
  started.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  started.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const ended = once(started, 'close').then(([code]) => code as number | null);
  return { child: started, lines: () => said, ended };
}

const rightEnvironment = ({ publicKey }: Gateway): Record<string, string> => ({
  SERVICE: 'support',
  PORT: '0',
  DATABASE_URL: database().url,
  NATS_URL: 'nats://127.0.0.1:1',
  IDENTITY_PUBLIC_KEY: JSON.stringify(publicKey),
});

const urlIn = (lines: string): string | undefined => /"url":"([^"]+)","msg":"taking work"/u.exec(lines)?.[1];

describe('a program that is told nothing', () => {
  it('says all that is missing and ends with 78', async () => {
    const { ended, lines } = program({});
    expect(await ended).toBe(78);
    for (const name of ['PORT', 'DATABASE_URL', 'NATS_URL', 'IDENTITY_PUBLIC_KEY']) {
      expect(lines()).toContain(`- ${name} is missing`);
    }
  });
});

describe('a program that is told to stop', () => {
  it('finishes the request in hand and ends with 0', async () => {
    const { child: running, ended, lines } = program(rightEnvironment(await gateway()));
    const url = await eventually(() => urlIn(lines()), { within: 30_000 });
    const slow = fetch(`${url}/api/support/slow`);
    await eventually(() => fetch(`${url}/api/support/health/ready`).then(({ ok }) => ok));
    running.kill('SIGTERM');
    await eventually(() => lines().includes('"msg":"stopping"'));
    running.kill('SIGUSR2');
    expect(await (await slow).json()).toEqual({ opened: true });
    expect(await ended).toBe(0);
  });

  it('while it waits for its database ends with 0', async () => {
    const env = { ...rightEnvironment(await gateway()), DATABASE_URL: 'postgres://runner:q8Zr@127.0.0.1:1/none' };
    const { child: running, ended, lines } = program(env);
    await eventually(() => lines().includes('the database cannot be reached'), { within: 30_000 });
    running.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});

describe('a program whose database was not migrated yet', () => {
  it('waits, takes work once another program has migrated it, and never holds the owner’s password', async () => {
    const { migrationUrl, url } = unmigrated();
    const { pathname, username } = new URL(migrationUrl);
    await unmigrated().query(`alter database "${pathname.slice(1)}" owner to "${username}"`);
    const { lines } = program({ ...rightEnvironment(await gateway()), DATABASE_URL: url });
    await eventually(() => lines().includes('waiting until the database is migrated'), { within: 30_000 });
    expect(lines()).not.toContain('taking work');
    const runRole = decodeURIComponent(new URL(url).username);
    expect(await migrate({ url: migrationUrl, runRole }, notesDefinition.migrations)).toContain('Notes1700000000010');
    await eventually(() => urlIn(lines()), { within: 30_000 });
  });
});

describe('a program with a mistake nobody caught', () => {
  it('says so and ends with 1', async () => {
    const { child: running, ended, lines } = program({ ...rightEnvironment(await gateway()), BREAK: 'later' });
    await eventually(() => urlIn(lines()), { within: 30_000 });
    running.kill('SIGPIPE');
    expect(await ended).toBe(1);
    expect(lines()).toContain('nobody caught this');
  });
});
