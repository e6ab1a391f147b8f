import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { exitOf } from '../child-exit.js';
import { unprivilegedUser, type UnprivilegedUser } from '../unprivileged-user.js';
import { postgresBinaries } from './binaries.js';
import { reachableFolder } from './data-folder.js';

export interface PostgresOptions {
  /** Holds the data in `data`; made if it is not there. */
  readonly folder: string;
  readonly port: number;
  /** Of the superuser `postgres`. */
  readonly password: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** A file that the server's own messages are added to. */
  readonly log?: string;
}

export interface PostgresServer {
  readonly pid: number;
  readonly port: number;
  /** As superuser, without a database: `…/postgres`. */
  readonly url: string;
  /** `fast` ends open sessions and writes a checkpoint; `immediate` is for data nobody needs again. */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
  /** Ends when the server has. */
  readonly ended: Promise<void>;
}

const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** PostgreSQL 17 on a folder; initialised on its first start. Never as root: there it runs as an unprivileged user. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { folder, port, password, settings = {}, log } = options;
  const user = unprivilegedUser();
  const binaries = await postgresBinaries(user);
  const home = await reachableFolder(folder, user);
  const data = join(home, 'data');
  if (!(await isFile(join(data, 'PG_VERSION')))) await initialise(binaries.initdb, home, password, user);
  await endLeftover(data);

  const given = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    timezone: 'UTC',
    // Back after a crash without opening each of some ten thousand files.
    ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
    ...settings,
  });
  const output = log === undefined ? undefined : await open(log, 'a');
  const child = spawn(
    binaries.postgres,
    ['-D', data, ...given.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...user,
      cwd: data,
      // A group of its own: Ctrl-C in the terminal must reach the launcher alone, which stops everything in order.
      detached: true,
      stdio: ['ignore', output?.fd ?? 'ignore', output?.fd ?? 'ignore'],
    },
  );
  const ended = exitOf(child);
  await output?.close();
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url, child, log);
  return {
    pid: child.pid ?? 0,
    port,
    url,
    ended,
    stop: async (how = 'fast') => {
      child.kill(signals[how]);
      await ended;
    },
  };
}

/** A folder below the system's temporary one that the unprivileged user may enter. */
export async function temporaryFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await chmod(folder, 0o755);
  return folder;
}

/** PostgreSQL's own, so that no machine has to have it installed; compose and tests take the same. */
const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

async function initialise(initdb: string, folder: string, password: string, user?: UnprivilegedUser): Promise<void> {
  const data = join(folder, 'data');
  await mkdir(folder, { recursive: true });
  // A start that broke off leaves half a cluster, which initdb refuses.
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { mode: 0o700 });
  const secret = join(folder, 'superuser');
  await writeFile(secret, password, { mode: 0o600 });
  if (user) for (const path of [data, secret]) await chown(path, user.uid, user.gid);
  try {
    await promisify(execFile)(
      initdb,
      [
        `--pgdata=${data}`,
        '--username=postgres',
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...locale,
      ],
      { ...user, cwd: data },
    );
  } finally {
    await rm(secret, { force: true });
  }
}

/** A launcher that was killed leaves its server behind, which holds the folder. */
async function endLeftover(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  if (!(await isFile(lock))) return;
  const pid = Number((await readFile(lock, 'utf8')).split('\n')[0]);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!command.includes(data)) return;
  process.kill(pid, 'SIGINT');
  const until = Date.now() + 30_000;
  while (await isFile(lock)) {
    if (Date.now() > until) throw new Error(`a PostgreSQL left behind (pid ${pid}) holds ${data} and does not stop`);
    await pause(50);
  }
}

async function untilItAnswers(url: string, child: ChildProcess, log?: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (cause) {
      if (isRefused(cause)) {
        child.kill('SIGINT');
        throw new Error('PostgreSQL holds data of other secrets than these; it refuses the password', { cause });
      }
      const over = child.exitCode !== null || child.signalCode !== null;
      if (over || Date.now() > until) {
        if (!over) child.kill('SIGQUIT');
        const where = log === undefined ? '' : `; its messages are in ${log}`;
        throw new Error(`PostgreSQL ${over ? 'ended at its start' : 'does not answer'}${where}`, { cause });
      }
      await pause(30);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

const isRefused = (failure: unknown): boolean =>
  failure instanceof pg.DatabaseError && (failure.code === '28P01' || failure.code === '28000');

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
