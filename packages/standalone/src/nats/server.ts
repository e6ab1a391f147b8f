import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { exitOf } from '../child-exit.js';

export interface NatsOptions {
  readonly binary: string;
  /** The server's whole configuration is in this file. */
  readonly configFile: string;
  readonly port: number;
  readonly log: string;
}

export interface NatsProcess {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  /** Lets the server flush and close its stores. */
  stop(): Promise<void>;
  /** SIGKILL: nothing is flushed. */
  kill(): Promise<void>;
}

export async function startNats({ binary, configFile, port, log }: NatsOptions): Promise<NatsProcess> {
  await mkdir(dirname(log), { recursive: true });
  const output = await open(log, 'a');
  const child = spawn(binary, ['-c', configFile], { detached: true, stdio: ['ignore', output.fd, output.fd] });
  const ended = exitOf(child);
  await output.close();
  await untilItGreets(port, () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined, log);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { pid: child.pid ?? 0, child, ended, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** A NATS server speaks first: `INFO {…}`. A port that merely takes the connection is not yet one. */
export async function untilItGreets(port: number, isOver: () => boolean, log?: string, within = 30_000): Promise<void> {
  const until = Date.now() + within;
  while (!(await greets(port))) {
    const where = log === undefined ? '' : `; its messages are in ${log}`;
    if (isOver()) throw new Error(`nats-server ended at its start${where}`);
    if (Date.now() > until) throw new Error(`nats-server does not answer on port ${port}${where}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const say = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => say(false));
    socket.once('error', () => say(false));
    socket.once('close', () => say(false));
    socket.once('data', (greeting) => say(greeting.toString().startsWith('INFO ')));
  });
}
