import type { DataSource } from 'typeorm';

export interface LocalRelay {
  /** True while the relay in this program holds the lease: then no NOTIFY is needed, which would make commits queue. */
  readonly leading: boolean;
  wake(): void;
}

const relays = new WeakMap<DataSource, LocalRelay>();

export function relayOf(db: DataSource): LocalRelay | undefined {
  return relays.get(db);
}

export function setRelay(db: DataSource, relay: LocalRelay | undefined): void {
  if (relay) relays.set(db, relay);
  else relays.delete(db);
}
