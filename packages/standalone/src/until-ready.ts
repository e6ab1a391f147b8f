import { readFileSync } from 'node:fs';

export interface ReadyOptions {
  readonly url: string;
  readonly what: string;
  readonly log: string;
  /** True where there is no point in waiting on. */
  readonly isLost?: () => boolean;
  readonly signal?: AbortSignal;
  readonly within?: number;
}

const shortPauseMs = 50;
const longPauseMs = 250;

/** Asks until the answer is 200 and says `ready: true`. Fails with the end of the log. */
export async function untilReady({ url, what, log, isLost, signal, within = 120_000 }: ReadyOptions): Promise<void> {
  const until = performance.now() + within;
  let last = 'no answer';
  let pauseMs = shortPauseMs;
  for (;;) {
    signal?.throwIfAborted();
    if (isLost?.()) throw new Error(`${what} keeps ending at its start\n${endOf(log)}`);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      // The answer costs the whole stack some work, so that one who is nearly ready is not asked all the time.
      pauseMs = longPauseMs;
      last = await response.text();
      if (response.ok && (JSON.parse(last) as { ready?: boolean }).ready === true) return;
    } catch (failure) {
      if (!(failure instanceof SyntaxError)) last = failure instanceof Error ? failure.message : String(failure);
    }
    if (performance.now() > until) {
      throw new Error(`${what} is not ready after ${within / 1000} s: ${last.slice(0, 300)}\n${endOf(log)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** The last lines of a log, for a message. */
export function endOf(log: string, lines = 15): string {
  try {
    return `the end of ${log}:\n${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')}`;
  } catch {
    return `there is no ${log}`;
  }
}
