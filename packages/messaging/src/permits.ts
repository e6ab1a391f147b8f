/** Lets so many jobs run at once, whoever asks first goes first. */
export class Permits {
  readonly #queue: (() => void)[] = [];
  #taken = 0;

  /** @param shared a larger limit that holds for others besides */
  constructor(
    private readonly limit: number,
    private readonly shared?: Permits,
  ) {}

  run<T>(job: () => Promise<T>): Promise<T> {
    const { shared } = this;
    return this.#run(shared ? () => shared.run(job) : job);
  }

  async #run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#taken >= this.limit) await new Promise<void>((resolve) => this.#queue.push(resolve));
    else this.#taken += 1;
    try {
      return await job();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#taken -= 1;
    }
  }
}
