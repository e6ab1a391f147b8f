import { resolve } from 'node:path';
import { saysItStops } from './only-instance.js';
import { startStandalone, type Standalone } from './standalone.js';

const dir = resolve(import.meta.dirname, '../../../.pledge');

export interface TerminalOptions {
  /** When the person pressed Enter, for the first line's milliseconds. */
  readonly since?: number;
}

/** `npm start` from here on: starts everything, prints the address, stops everything in order at Ctrl-C. Ends the process. */
export async function runInTerminal({ since = Date.now() }: TerminalOptions = {}): Promise<never> {
  const say = (line: string): void => {
    process.stdout.write(`${`${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(8)}  ${line}\n`);
  };
  const leave = new AbortController();
  const asked = new Promise<void>((resolve) => {
    let first = 0;
    const onSignal = (): void => {
      if (first === 0) {
        first = Date.now();
        say('stopping …');
        saysItStops(dir);
        leave.abort(new Error('stopped before it was ready'));
        resolve();
      } else if (Date.now() - first > 2_000) {
        // npm and the terminal may both pass on one Ctrl-C; a later one is meant.
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });

  let standalone: Standalone;
  try {
    const { env } = process;
    const port = portFrom(env.PORT);
    standalone = await startStandalone({ dir, port, env, say, signal: leave.signal });
  } catch (failure) {
    if (leave.signal.aborted) process.exit(0);
    process.stderr.write(`\n${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exit(1);
  }
  say(`Pledge is ready: ${standalone.url}`);
  await asked;
  await standalone.stop();
  say('stopped; the data stays in .pledge/');
  process.exit(0);
}

function portFrom(written: string | undefined): number {
  const port = Number(written ?? '8080');
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is a port, not ${written}`);
  return port;
}
