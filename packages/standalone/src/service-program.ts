import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exitOf } from './child-exit.js';
import type { Running } from './supervised.js';

export interface Program {
  /** The built main file. */
  readonly main: string;
  readonly arguments?: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: string;
}

/** Ten programs share one machine: each keeps its heap small rather than its collector idle. */
const frugal = ['--max-semi-space-size=2'];

/** Longer than a service's own patience with what it has begun. */
const patienceMs = 12_000;

/** Runs a built program with this Node. */
export async function runProgram(program: Program): Promise<Running> {
  const child = await launch(program);
  const ended = exitOf(child);
  if (child.pid === undefined) throw new Error(`${program.main} could not be started`);
  return {
    pid: child.pid,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(impatience);
    },
  };
}

/** Runs a built program to its end. @throws where it does not end well, with the last it said and where it says more */
export async function runToEnd(program: Program, signal?: AbortSignal): Promise<void> {
  const child = await launch(program);
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  await exitOf(child);
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (child.exitCode !== 0)
    throw new Error(`${program.main} failed${await lastWordsIn(program.log)}; its messages are in ${program.log}`);
}

/** The failure that a program's last line tells, where it tells one. */
async function lastWordsIn(log: string): Promise<string> {
  const line = (await readFile(log, 'utf8')).trimEnd().split('\n').at(-1) ?? '';
  try {
    const { err } = JSON.parse(line) as { err?: { message?: string } };
    return err?.message === undefined ? '' : `: ${err.message}`;
  } catch {
    return '';
  }
}

async function launch({ main, arguments: given = [], env, log }: Program): Promise<ChildProcess> {
  await mkdir(dirname(log), { recursive: true });
  const output = await open(log, 'a');
  const child = spawn(process.execPath, [...frugal, '--enable-source-maps', main, ...given], {
    env,
    // Ctrl-C in the terminal must reach the launcher alone, which stops everything in order.
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  await output.close();
  return child;
}
