import type { Check, Messaging } from '@pledge/messaging';
import type { DataSource } from 'typeorm';

export interface Health {
  /** True where the service takes work: its database writes. The bus may be down, what is owed to it waits. */
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, boolean>>;
  readonly ms: Readonly<Record<string, number>>;
}

export interface Examined {
  readonly db: DataSource;
  readonly service: string;
  readonly messaging: Messaging | undefined;
}

const patience = 3_000;

/** Tries everything at once; what does not answer in time has failed. */
export async function healthOf({ db, service, messaging }: Examined): Promise<Health> {
  const [database, bus] = await Promise.all([
    timed(() => writes(db, service)),
    timed(() => messaging?.ready() ?? Promise.resolve([])),
  ]);
  const found: readonly Check[] = bus.answer ?? [{ name: 'bus', ok: false, detail: 'no answer', vital: false }];
  return {
    ready: database.answer !== undefined && found.every(({ ok, vital }) => ok || !vital),
    checks: {
      database: database.answer !== undefined,
      ...Object.fromEntries(found.map(({ name, ok }) => [name, ok])),
    },
    ms: { database: database.ms, ...(messaging && { messaging: bus.ms }) },
  };
}

interface Timed<T> {
  readonly answer: T | undefined;
  readonly ms: number;
}

async function timed<T>(attempt: () => Promise<T>): Promise<Timed<T>> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  const tried = attempt().catch(() => undefined);
  const answer = await Promise.race([tried, late]);
  clearTimeout(timer);
  return { answer, ms: Math.round(performance.now() - started) };
}

/** A write that a full disk, a lost primary or a missing right would refuse. */
async function writes(db: DataSource, service: string): Promise<true> {
  await db.query(
    'insert into readiness (service, at) values ($1, clock_timestamp()) on conflict (service) do update set at = excluded.at',
    [service],
  );
  return true;
}
