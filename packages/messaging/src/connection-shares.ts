import type { DataSource } from 'typeorm';

/** How many of a service's connections its reactions and its timers may use at once; the rest is the web's, the relay's and the seal's. */
export interface ConnectionShares {
  readonly reactions: number;
  readonly timers: number;
}

const usualPool = 10;

/**
 * The one budget of a service's pool: neither what came in during an outage nor thousands of clocks that are due at once keep a
 * person waiting for a connection. A pool of one or two is shared by all.
 */
export function connectionShares({ options }: DataSource): ConnectionShares {
  const pool = options.poolSize ?? usualPool;
  const share = (part: number) => Math.max(1, Math.floor(pool * part));
  return { reactions: share(0.4), timers: share(0.3) };
}
