import type { DataSource, EntityManager } from 'typeorm';

export interface LocalRelay {
  /** True while the relay in this program holds the lease: then no NOTIFY is needed, which would make commits queue. */
  readonly leading: boolean;
  wake(): void;
}

const relays = new WeakMap<object, LocalRelay>();

/** None inside somebody's transaction: it is woken by the commit. */
export function relayOf(db: DataSource | EntityManager): LocalRelay | undefined {
  return relays.get(db);
}

export function setRelay(db: DataSource, relay: LocalRelay | undefined): void {
  if (relay) relays.set(db, relay);
  else relays.delete(db);
}
