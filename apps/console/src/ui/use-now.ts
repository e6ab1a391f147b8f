import { useSyncExternalStore } from 'react';
import { serverNow } from './server-time.js';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = Math.floor(serverNow() / 1000);

function tick() {
  const next = Math.floor(serverNow() / 1000);
  if (next === second) return;
  second = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tick, 250);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function current() {
  if (listeners.size === 0) second = Math.floor(serverNow() / 1000);
  return second * 1000;
}

/** Now in whole seconds by the server's clock; one timer for all clocks of the screen. */
export const useNow = (): number => useSyncExternalStore(subscribe, current);
