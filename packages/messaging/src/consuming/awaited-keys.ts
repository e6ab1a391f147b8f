import type { DataSource } from 'typeorm';

const freshMs = 1_000;

/**
 * What messages of this service wait for, whichever consumer and replica holds them, so that they are tried as soon as it was handled.
 * Another replica learns of it within a second; what was handled in that second is found by the next attempt, which comes by itself.
 */
export class AwaitedKeys {
  #keys = new Set<string>();
  #readAt = -Infinity;

  constructor(private readonly db: DataSource) {}

  add(key: string): void {
    this.#keys.add(key);
  }

  async refresh(): Promise<void> {
    if (performance.now() - this.#readAt < freshMs) return;
    this.#readAt = performance.now();
    const rows: { key: string }[] = await this.db.query(
      `select distinct waits_for as key from dead_letter where state = 'waiting' and waits_for is not null`,
    );
    this.#keys = new Set(rows.map(({ key }) => key));
  }

  /** Something of this key was handled: whoever waits for it is tried now. */
  async handled(key: string): Promise<void> {
    if (!this.#keys.delete(key)) return;
    await this.db.query(
      `update dead_letter set next_attempt_at = clock_timestamp() where waits_for = $1 and state = 'waiting'`,
      [key],
    );
  }
}
