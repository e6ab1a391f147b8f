import type { DataSource } from 'typeorm';

export interface Check {
  readonly ok: boolean;
  readonly ms: number;
}

export interface Health {
  /** True where the service takes work: its database writes. The bus may be down, what is owed to it waits. */
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, boolean>>;
  readonly ms: Readonly<Record<string, number>>;
}

export type Probe = () => Promise<unknown>;

const patience = 2_000;

/** Tries everything at once; a check that does not answer in time has failed. */
export async function healthOf(probes: Readonly<Record<string, Probe>>, needed: readonly string[]): Promise<Health> {
  const tried = await Promise.all(
    Object.entries(probes).map(async ([name, probe]) => [name, await check(probe)] as const),
  );
  const results: Record<string, Check> = Object.fromEntries(tried);
  return {
    ready: needed.every((name) => results[name]?.ok),
    checks: Object.fromEntries(tried.map(([name, { ok }]) => [name, ok])),
    ms: Object.fromEntries(tried.map(([name, { ms }]) => [name, ms])),
  };
}

async function check(probe: Probe): Promise<Check> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const tried = probe().then(
    () => true,
    () => false,
  );
  const ok = await Promise.race([tried, late]);
  clearTimeout(timer);
  return { ok, ms: Math.round(performance.now() - started) };
}

/** A write that a full disk, a lost primary or a missing right would refuse. */
export const databaseWrites =
  (db: DataSource, service: string): Probe =>
  () =>
    db.query(
      'insert into readiness (service, at) values ($1, clock_timestamp()) on conflict (service) do update set at = excluded.at',
      [service],
    );
