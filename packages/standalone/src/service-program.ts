import { spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exitOf } from './child-exit.js';
import type { Running } from './supervised.js';

export interface Program {
  /** The built main file. */
  readonly main: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: string;
}

/** Ten programs share one machine: each keeps its heap small rather than its collector idle. */
const frugal = ['--max-semi-space-size=2'];

/** Longer than a service's own patience with what it has begun. */
const patienceMs = 12_000;

/** Runs a built program with this Node. */
export async function runProgram({ main, env, log }: Program): Promise<Running> {
  await mkdir(dirname(log), { recursive: true });
  const output = await open(log, 'a');
  const child = spawn(process.execPath, [...frugal, '--enable-source-maps', main], {
    env,
    // Ctrl-C in the terminal must reach the launcher alone, which stops everything in order.
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  const ended = exitOf(child);
  await output.close();
  if (child.pid === undefined) throw new Error(`${main} could not be started`);
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
