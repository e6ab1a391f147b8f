import type { Permits } from '../permits.js';

const mostTogether = 16;
const workers = 2;

/**
 * Work of one key strictly one after the other, of different keys side by side, as far as there are permits. Items that may share
 * a turn are handed over together, as many as are ready when the turn comes.
 */
export class KeyedExecutor<Item> {
  readonly #tails = new Map<string, Promise<void>>();
  readonly #ready: { readonly item: Item; readonly done: () => void }[] = [];
  #working = 0;
  /** Those that wait for a permit, and have not taken anything yet. */
  #starting = 0;

  /** @param together handles items of different keys; must not reject */
  constructor(
    private readonly permits: Permits,
    private readonly together: (items: readonly Item[]) => Promise<void>,
  ) {}

  /** @param job must not reject */
  add(key: string, job: () => Promise<void>): Promise<void> {
    return this.#after(key, () => this.permits.run(job));
  }

  /** Hands the item over as soon as nothing of its key is before it. */
  share(key: string, item: Item): Promise<void> {
    return this.#after(
      key,
      () =>
        new Promise<void>((done) => {
          this.#ready.push({ item, done });
          this.#work();
        }),
    );
  }

  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }

  #after(key: string, job: () => Promise<void>): Promise<void> {
    const tail = (this.#tails.get(key) ?? Promise.resolve()).then(job);
    this.#tails.set(key, tail);
    return tail.finally(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
  }

  #work(): void {
    while (this.#working < workers && this.#ready.length > this.#starting * mostTogether) {
      this.#working += 1;
      this.#starting += 1;
      const turn = this.permits.run(async () => {
        this.#starting -= 1;
        const taken = this.#ready.splice(0, mostTogether);
        if (taken.length > 0) await this.together(taken.map(({ item }) => item));
        for (const { done } of taken) done();
      });
      void turn.finally(() => {
        this.#working -= 1;
        this.#work();
      });
    }
  }
}
