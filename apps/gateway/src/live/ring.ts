import type { LiveUpdate } from '@pledge/contracts/http';

export interface Entry {
  readonly id: string;
  /** Of a server-sent event stream, ready to be sent. */
  readonly text: string;
}

/** The last updates, each with an id by which a listener that broke off goes on. */
export class Ring {
  #next = 1;
  readonly #entries: Entry[] = [];

  constructor(
    private readonly epoch: string,
    private readonly size: number,
  ) {}

  /** The id of the newest. */
  get latest(): string {
    return this.#id(this.#next - 1);
  }

  update(update: LiveUpdate): Entry {
    return this.#add('update', JSON.stringify(update));
  }

  /** Something may have been missed: listeners ask again for everything. */
  gap(): Entry {
    return this.#add('resync', '{}');
  }

  /** What came after an id; `undefined` where that is no longer, or never was, known. */
  after(lastId: string): readonly Entry[] | undefined {
    const [epoch, count] = [lastId.slice(0, lastId.lastIndexOf('-')), lastId.slice(lastId.lastIndexOf('-') + 1)];
    if (epoch !== this.epoch || !/^\d{1,15}$/u.test(count)) return undefined;
    const missing = this.#next - 1 - Number(count);
    if (missing < 0 || missing > this.#entries.length) return undefined;
    return missing === 0 ? [] : this.#entries.slice(-missing);
  }

  #add(event: string, data: string): Entry {
    const id = this.#id(this.#next);
    this.#next += 1;
    const entry = { id, text: `id: ${id}\nevent: ${event}\ndata: ${data}\n\n` };
    this.#entries.push(entry);
    if (this.#entries.length > this.size) this.#entries.shift();
    return entry;
  }

  #id(count: number): string {
    return `${this.epoch}-${count}`;
  }
}
