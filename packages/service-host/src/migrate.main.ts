import { resolve } from 'node:path';
import { basename, join } from 'node:path/posix';
import { pathToFileURL } from 'node:url';
import type { Migrations } from './database.js';
import { migrate, untilItWorks } from './database.js';
import { logOf } from './log.js';

/**
 * Brings the databases of services up to date and ends: `migrate.main.js <folder of a built service>…`. `MIGRATION_DATABASE_URL` is
 * the database as its owner, `RUN_ROLE` the role that the service runs as (`<service>_run` unless told). For several services at once
 * their names stand before: `INTAKE_MIGRATION_DATABASE_URL`.
 */
async function main(folders: readonly string[]): Promise<void> {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  for (const folder of folders) {
    const path = resolve(folder);
    const service = basename(path);
    const told = (name: string): string | undefined =>
      process.env[`${service.toUpperCase()}_${name}`] ?? process.env[name];
    const url = told('MIGRATION_DATABASE_URL');
    if (url === undefined) throw new Error(`MIGRATION_DATABASE_URL is missing for ${service}`);
    const log = logOf(`${service}-migrate`, process.env.LOG_LEVEL ?? 'info');
    const owner = { url, runRole: told('RUN_ROLE') ?? `${service}_run` };
    const own = await migrationsIn(path);
    const done = await untilItWorks(() => migrate(owner, own), log, abort.signal);
    log.info({ migrations: done }, 'the database is up to date');
  }
}

/** The one list that a service's folder of migrations exports. */
async function migrationsIn(service: string): Promise<Migrations> {
  const index = pathToFileURL(join(service, 'dist/migrations/index.js')).href;
  const exported = Object.values((await import(index)) as Record<string, unknown>);
  const lists = exported.filter((value): value is Migrations => Array.isArray(value));
  const [list] = lists;
  if (!list || lists.length > 1) throw new Error(`${index} is to export one list of migrations`);
  return list;
}

await main(process.argv.slice(2)).catch((failure: unknown) => {
  logOf('migrate', 'info').fatal({ err: failure }, 'the database could not be migrated');
  process.exitCode = 1;
});
