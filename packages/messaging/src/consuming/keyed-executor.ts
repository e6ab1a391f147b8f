import type { Permits } from '../permits.js';

/** Work of one key strictly one after the other, of different keys side by side, as far as there are permits. */
export class KeyedExecutor {
  readonly #tails = new Map<string, Promise<void>>();

  constructor(private readonly permits: Permits) {}

  /** @param job must not reject */
  add(key: string, job: () => Promise<void>): Promise<void> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const tail = before.then(() => this.permits.run(job));
    this.#tails.set(key, tail);
    return tail.finally(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
  }

  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }
}
