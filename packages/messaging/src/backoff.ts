/** Resolves after `ms`, or at once when the signal is given. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** Waits to be woken; a wake that comes while nobody waits is not lost. */
export class Signal {
  #raised = false;
  #waiting: (() => void) | undefined;

  raise(): void {
    this.#raised = true;
    this.#waiting?.();
  }

  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    if (!this.#raised && !signal?.aborted) {
      const early = new AbortController();
      const stop = () => early.abort();
      this.#waiting = stop;
      signal?.addEventListener('abort', stop, { once: true });
      await pause(ms, early.signal);
      signal?.removeEventListener('abort', stop);
      this.#waiting = undefined;
    }
    this.#raised = false;
  }
}
