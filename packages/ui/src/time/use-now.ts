import { useSyncExternalStore } from 'react';
import { serverNow } from './server-time.js';

/** One timer for all clocks of the screen that are looked at this often; none while there is no clock. */
function tickerOf(everyMs: number) {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  return (listener: () => void) => {
    listeners.add(listener);
    timer ??= setInterval(() => {
      for (const each of listeners) each();
    }, everyMs);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
}

const stepMs = { second: 1_000, 'half-minute': 30_000 } as const;
const subscribe = { second: tickerOf(250), 'half-minute': tickerOf(1_000) } as const;

/** Now by the server's clock, in whole steps: what shows it is drawn again once a step and not more often. */
export const useNow = (step: keyof typeof stepMs = 'second'): number =>
  useSyncExternalStore(subscribe[step], () => Math.floor(serverNow() / stepMs[step]) * stepMs[step]);
