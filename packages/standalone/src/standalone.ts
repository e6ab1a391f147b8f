import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { services as everyService, type Service } from '@pledge/contracts';
import { stack, type Stack } from './stack.js';
import { becomeOnlyInstance } from './only-instance.js';
import { tryPort } from './ports.js';
import type { Secrets } from './secrets.js';
import type { ProgramName } from './program-name.js';

type Say = (line: string) => void;

export interface StandaloneOptions {
  /** Holds data, secrets, logs, pids: `.pledge` in the checkout, or a temporary folder. */
  readonly dir: string;
  /** Of the gateway. */
  readonly port?: number;
  /** All unless told; none for PostgreSQL and NATS alone. */
  readonly services?: readonly Service[];
  /** For every service, e.g. `PLEDGE_DEMO`. `DATABASE_URL` and `NATS_URL` name servers to use instead of own ones. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly say?: Say;
  /** Breaks the start off. */
  readonly signal?: AbortSignal;
}

export interface Standalone {
  /** Where the gateway answers. */
  readonly url: string;
  readonly natsUrl: string;
  /** The PostgreSQL server, as superuser. */
  readonly databaseServer: string;
  readonly secrets: Secrets;
  /** Of what runs at the moment. */
  pids(): Readonly<Partial<Record<ProgramName, number>>>;
  /** Orderly, and it stays down. */
  stopService(name: ProgramName): Promise<void>;
  /** Until it is ready. */
  startService(name: ProgramName): Promise<void>;
  /** SIGKILL; what was killed is started again a moment later. */
  kill(name: ProgramName): Promise<void>;
  /** SIGKILL, and it stays down until `startService`. */
  halt(name: ProgramName): Promise<void>;
  /** SIGKILL, the whole JetStream store deleted, started anew. */
  wipeNats(): Promise<void>;
  restartPostgres(): Promise<void>;
  /** Everything, in order. */
  stop(): Promise<void>;
}

/** PostgreSQL, NATS, the provisioner, every service and at last the gateway; comes back when the whole stack is ready. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { port = 8080, services = everyService, say = () => undefined, signal } = options;
  const dir = resolve(options.dir);
  await mkdir(dir, { recursive: true });
  const release = await becomeOnlyInstance(dir);
  let built: Stack | undefined;
  try {
    if (services.includes('gateway')) await demandPort(port);
    built = await stack({ dir, port, env: options.env ?? {}, say, ...(signal && { signal }) });
    await startAll(built, services, say);
    return asStandalone(built, release);
  } catch (failure) {
    await built?.stop();
    release();
    throw failure;
  }
}

async function demandPort(port: number): Promise<void> {
  if ((await tryPort(port)) === undefined) {
    throw new Error(`port ${port} is taken; choose another one: PORT=${port + 1} npm start`);
  }
}

async function startAll(
  { infrastructure, makeDatabases, migrateDatabases, start }: Stack,
  services: readonly Service[],
  say: Say,
): Promise<void> {
  const timed = async (name: ProgramName): Promise<void> => {
    const since = performance.now();
    await start(name);
    say(`${name.padEnd(12)} ready after ${Math.round(performance.now() - since)} ms`);
  };
  await Promise.all([...infrastructure].map(timed));
  await makeDatabases();
  const inside = services.filter((service) => service !== 'gateway');
  const before = await Promise.allSettled([
    ...(services.length > 0 ? [migrateDatabases(services), timed('provision')] : []),
    ...inside.map(timed),
  ]);
  const failed = before.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  if (services.includes('gateway')) await timed('gateway');
}

function asStandalone(built: Stack, release: () => void): Standalone {
  const { url, natsUrl, databaseServer, secrets, pids, start, wipeNats } = built;
  const program = (name: ProgramName) => built.program(name);
  return {
    url,
    natsUrl,
    databaseServer,
    secrets,
    pids,
    startService: start,
    stopService: (name) => program(name).stop(),
    kill: (name) => program(name).kill(),
    halt: (name) => program(name).halt(),
    wipeNats,
    restartPostgres: async () => {
      await program('postgres').stop();
      await start('postgres');
    },
    stop: async () => {
      await built.stop();
      release();
    },
  };
}
