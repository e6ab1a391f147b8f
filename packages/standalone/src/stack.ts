import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { services, type Service } from '@pledge/contracts';
import { natsConfig } from '@pledge/messaging/permissions';
import { busUsers } from './bus-users.js';
import { ensureDatabases } from './databases.js';
import { natsServerBinary } from './nats/binary.js';
import { startNats } from './nats/server.js';
import { startPostgres } from './postgres/server.js';
import type { ProgramName } from './program-name.js';
import { rememberedPorts } from './remembered-ports.js';
import { makeSecrets, type Secrets } from './secrets.js';
import { migrationEnvironment, serviceEnvironment } from './service-environment.js';
import { runProgram, runToEnd } from './service-program.js';
import { Supervised, type Running } from './supervised.js';
import { untilReady } from './until-ready.js';

export interface StackOptions {
  readonly dir: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Every program of the system, not started yet. */
export interface Stack {
  readonly url: string;
  readonly natsUrl: string;
  readonly databaseServer: string;
  readonly secrets: Secrets;
  /** Of PostgreSQL and NATS, those that are ours. */
  readonly infrastructure: readonly ProgramName[];
  /** A database and two roles for each service; also on a server that is not ours. */
  makeDatabases(this: void): Promise<void>;
  /** Brings the databases of these services up to date, in a program that ends; services wait for it by themselves. */
  migrateDatabases(this: void, migrated: readonly Service[]): Promise<void>;
  program(this: void, name: ProgramName): Supervised;
  /** Starts one and waits until it is ready. */
  start(this: void, name: ProgramName): Promise<void>;
  pids(this: void): Readonly<Partial<Record<ProgramName, number>>>;
  wipeNats(this: void): Promise<void>;
  /** Gateway, services, NATS, PostgreSQL: whoever needs something goes before it. */
  stop(this: void): Promise<void>;
}

const inside = services.filter((service) => service !== 'gateway');
const lostAfterDeaths = 3;
const checkout = resolve(import.meta.dirname, '../../..');

export async function stack({ dir, port, env, say, signal }: StackOptions): Promise<Stack> {
  const folder = (...parts: readonly string[]): string => join(dir, ...parts);
  const logOf = (name: ProgramName): string => folder('logs', `${name}.log`);
  await mkdir(folder('logs'), { recursive: true, mode: 0o700 });
  // PostgreSQL's user must get through to its data, also in a temporary folder; what is secret is closed by itself.
  await chmod(dir, (await stat(dir)).mode | 0o111);
  const secrets = makeSecrets(folder('secrets'));
  const ports = {
    ...(await rememberedPorts(folder('ports.json'), ['postgres', 'nats', ...inside])),
    gateway: port,
  } as Readonly<Record<Service | 'postgres' | 'nats', number>>;

  const ownPostgres = env.DATABASE_URL === undefined;
  const ownNats = env.NATS_URL === undefined;
  const password = encodeURIComponent(secrets.superuserPassword);
  const databaseServer = env.DATABASE_URL ?? `postgres://postgres:${password}@127.0.0.1:${ports.postgres}/postgres`;
  const natsUrl = env.NATS_URL ?? `nats://127.0.0.1:${ports.nats}`;
  const storeDir = folder('nats');

  // Spares every start but the first the compiling; the services have most of their modules in common.
  const further: StackOptions['env'] = { NODE_COMPILE_CACHE: folder('compile-cache'), ...process.env, ...env };
  const launchers: Record<'postgres' | 'nats' | 'provision', () => Promise<Running>> = {
    postgres: () =>
      startPostgres({
        folder: folder('postgres'),
        port: ports.postgres,
        password: secrets.superuserPassword,
        settings: { max_connections: '200' },
        log: logOf('postgres'),
      }),
    nats: async () => {
      const binary = await natsServerBinary(folder('bin'), say);
      const configFile = folder('nats.conf');
      const users = busUsers(secrets);
      await writeFile(
        configFile,
        natsConfig({ users, storeDir, host: '127.0.0.1', port: ports.nats, syncInterval: further.NATS_SYNC_INTERVAL }),
        {
          mode: 0o600,
        },
      );
      return startNats({ binary, configFile, port: ports.nats, log: logOf('nats') });
    },
    provision: () =>
      runProgram({
        main: built('packages/messaging/dist/provision.main.js'),
        env: {
          ...further,
          NATS_URL: natsUrl,
          ...(ownNats && { NATS_NKEY_SEED_FILE: secrets.provision.nkeySeedFile }),
        },
        log: logOf('provision'),
      }),
  };
  const filesFolder = resolve(folder('files'));
  const surroundings = { secrets, databaseServer, natsUrl, ownBus: ownNats, ports, filesFolder, further };
  const serviceLauncher = (service: Service) => () =>
    runProgram({
      main: built(`apps/${service}/dist/main.js`),
      env: serviceEnvironment(service, surroundings),
      log: logOf(service),
    });

  const supervised = (name: ProgramName, launch: () => Promise<Running>): [ProgramName, Supervised] => [
    name,
    new Supervised({ name, launch, runFolder: folder('run'), say }),
  ];
  const programs = new Map<ProgramName, Supervised>([
    ...(ownPostgres ? [supervised('postgres', launchers.postgres)] : []),
    ...(ownNats ? [supervised('nats', launchers.nats)] : []),
    supervised('provision', launchers.provision),
    ...services.map((service) => supervised(service, serviceLauncher(service))),
  ]);

  const program = (name: ProgramName): Supervised => {
    const found = programs.get(name);
    if (found === undefined) throw new Error(`${name} is not ours: it was given with DATABASE_URL or NATS_URL`);
    return found;
  };
  const stop = async (...names: readonly ProgramName[]): Promise<void> => {
    await Promise.all([...programs].filter(([name]) => names.includes(name)).map(([, running]) => running.stop()));
  };

  const url = `http://127.0.0.1:${port}`;
  const readiness = (name: Service): string =>
    name === 'gateway' ? `${url}/api/health` : `http://127.0.0.1:${ports[name]}/api/${name}/health/ready`;

  return {
    url,
    natsUrl,
    databaseServer,
    secrets,
    infrastructure: [...programs.keys()].filter((name) => name === 'postgres' || name === 'nats'),
    makeDatabases: () => ensureDatabases(databaseServer, secrets),
    migrateDatabases: (migrated) =>
      runToEnd(
        {
          main: built('packages/service-host/dist/migrate.main.js'),
          arguments: migrated.map((service) => join(checkout, 'apps', service)),
          env: migrationEnvironment(migrated, surroundings),
          log: folder('logs', 'migrate.log'),
        },
        signal,
      ),
    program,
    start: async (name) => {
      signal?.throwIfAborted();
      await program(name).start();
      if (!isService(name)) return;
      const isLost = (): boolean => program(name).deaths >= lostAfterDeaths;
      await untilReady({ url: readiness(name), what: name, log: logOf(name), isLost, ...(signal && { signal }) });
    },
    pids: () =>
      Object.fromEntries([...programs].flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid]]))),
    wipeNats: async () => {
      const nats = program('nats');
      await nats.halt();
      await rm(storeDir, { recursive: true, force: true });
      await nats.start();
    },
    stop: async () => {
      await stop('gateway');
      await stop('provision', ...inside);
      await stop('nats');
      await stop('postgres');
    },
  };
}

const isService = (name: ProgramName): name is Service => services.some((service) => service === name);

function built(path: string): string {
  const main = join(checkout, path);
  if (!existsSync(main)) throw new Error(`${path} is not there: run \`npm run build\` first`);
  return main;
}
