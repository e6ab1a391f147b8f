import type { ConsumerConfig } from '@nats-io/jetstream';
import type { DataSource } from 'typeorm';
import type { Bus, BusConnection } from './connection.js';
import type { Leases } from './lease.js';
import { pendingMigrations } from './pending-migrations.js';
import { consumerWish, differs, filtersOf, streamWish } from './provision.js';
import type { Topology } from './topology.js';
import { durableOf, subscriptionsTo, probeOf, streamOf } from './topology.js';

export interface Check {
  /** `database-clock`, `leases`, `migrations`, `bus`, `bus-version`, `stream:<name>`, `durable:<name>` */
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  /** False for what the service can do its work without: NATS may be away, what is owed to it waits. */
  readonly vital: boolean;
}

export interface SelfCheckOptions {
  readonly db: DataSource;
  readonly bus: BusConnection;
  readonly leases: Leases;
  readonly service: string;
  readonly topology: Topology;
  readonly retentionMs: number;
}

const oldestServer = [2, 10] as const;
const clockTolerance = 2_000;

/** Tries what this package stands on; each check says what it found. */
export async function selfCheck(options: SelfCheckOptions): Promise<Check[]> {
  const { db, bus, leases, service, topology, retentionMs } = options;
  const vital = [
    check('database-clock', true, () => clockOffset(db)),
    check('migrations', true, async () => {
      const pending = await pendingMigrations(db);
      return said(pending.length === 0, 'none pending', `pending: ${pending.join(', ')}`);
    }),
    check('leases', false, async () => said(leases.connected, 'the lease connection stands', 'no lease connection')),
  ];
  const connected = bus.connected ? await bus.ready() : undefined;
  if (!connected)
    return [...(await Promise.all(vital)), { name: 'bus', ok: false, detail: 'not connected', vital: false }];
  const onBus = [
    check('bus', false, () => probe(connected, service)),
    check('bus-version', false, () => serverVersion(connected)),
    check(`stream:${streamOf(service)}`, false, () => streamAsWished(connected, service, retentionMs)),
    ...subscriptionsTo(topology, service).map(([speaker, types]) =>
      check(`durable:${durableOf(service, speaker)}`, false, () => durableAsWished(connected, service, speaker, types)),
    ),
  ];
  return Promise.all([...vital, ...onBus]);
}

interface Finding {
  readonly ok: boolean;
  readonly detail: string;
}

const said = (ok: boolean, good: string, bad: string): Finding => ({ ok, detail: ok ? good : bad });

async function check(name: string, vital: boolean, find: () => Promise<Finding>): Promise<Check> {
  try {
    return { name, vital, ...(await find()) };
  } catch (failure) {
    return { name, vital, ok: false, detail: failure instanceof Error ? failure.message : String(failure) };
  }
}

async function clockOffset(db: DataSource): Promise<Finding> {
  const before = Date.now();
  const rows: { ms: number }[] = await db.query(`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`);
  const after = Date.now();
  const offset = Math.round((rows[0]?.ms ?? 0) - (before + after) / 2);
  const tolerance = clockTolerance + (after - before) / 2;
  return { ok: Math.abs(offset) <= tolerance, detail: `the database's clock is ${offset} ms ahead of ours` };
}

async function probe({ js }: Bus, service: string): Promise<Finding> {
  await js.publish(probeOf(service), '', { timeout: 1_500 });
  return { ok: true, detail: 'JetStream takes what is published' };
}

async function serverVersion({ nc }: Bus): Promise<Finding> {
  const version = nc.info?.version ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > oldestServer[0] || (major === oldestServer[0] && minor >= oldestServer[1]);
  return said(ok, `nats-server ${version}`, `nats-server ${version} is older than ${oldestServer.join('.')}`);
}

async function streamAsWished({ jsm }: Bus, service: string, retentionMs: number): Promise<Finding> {
  const { config } = await jsm.streams.info(streamOf(service));
  const ok = !differs(config, streamWish(service, retentionMs));
  return said(ok, 'as provisioned', 'its settings are not those of provisioning');
}

async function durableAsWished(
  { jsm }: Bus,
  listener: string,
  speaker: string,
  types: readonly string[],
): Promise<Finding> {
  const durable = durableOf(listener, speaker);
  const { config } = await jsm.consumers.info(streamOf(speaker), durable);
  const there: Partial<ConsumerConfig> = { ...config, filter_subjects: filtersOf(config) };
  const missing = types.filter((type) => !there.filter_subjects?.includes(type));
  if (missing.length > 0) return { ok: false, detail: `does not hear ${missing.join(', ')}: provision again` };
  return said(
    !differs(there, consumerWish(durable, types)),
    'as provisioned',
    'its settings are not those of provisioning',
  );
}
