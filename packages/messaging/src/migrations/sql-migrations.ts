import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export type Migration = new () => MigrationInterface;

/** Whose tables stand first: those of messaging, then those every service has by its host, then a service's own. */
const ranks: Readonly<Record<string, number>> = { messaging: 1, host: 2 };
const serviceRank = 3;

const fileName = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.sql$/u;

/**
 * The migrations of one owner, oldest first: a file `YYYYMMDDHHMM-name.sql` each, run as one text in one transaction and never taken
 * back. What begins with another name than that, is no moment, or shares its minute with another file is refused by name.
 * @param owner `messaging`, `host` or the service's name; begins the names that the database keeps
 * @param place a file URL in the folder, usually `import.meta.url`, or the folder's own with a slash at its end
 */
export function migrationsIn(owner: string, place: string): readonly Migration[] {
  const folder = fileURLToPath(new URL('.', place));
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const seen = new Map<string, string>();
  for (const file of files) {
    const minute = minuteOf(file);
    const twin = seen.get(minute);
    if (twin !== undefined) throw new Error(`${folder}${file} and ${twin} have the same minute, and so no order`);
    seen.set(minute, file);
  }
  return files.map((file) => migrationOf(owner, file, readFileSync(`${folder}${file}`, 'utf8')));
}

/** YYYYMMDDHHMM. @throws where the name does not begin with a moment */
function minuteOf(file: string): string {
  const [, year, month, day, hour, minute] = fileName.exec(file) ?? [];
  const told = `${year}-${month}-${day}T${hour}:${minute}`;
  const moment = new Date(`${told}:00Z`);
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(told))
    throw new Error(`${file} is not named YYYYMMDDHHMM-name.sql, in small letters, digits and hyphens`);
  return file.slice(0, 12);
}

/** TypeORM orders by the last thirteen digits of a name: a digit for the rank of the owner, then the minute. */
function migrationOf(owner: string, file: string, text: string): Migration {
  const rank = ranks[owner] ?? serviceRank;
  const name = `${owner}-${file.slice(13, -'.sql'.length)}-${rank}${file.slice(0, 12)}`;
  return class implements MigrationInterface {
    readonly name = name;
    readonly text = text;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(text);
    }

    down(): Promise<void> {
      return Promise.reject(
        new Error(`${file} is not taken back: a migration that comes after it puts right what it did`),
      );
    }
  };
}

/** The rank of the owner, and the minute. */
const place = /-(\d)(\d{12})$/u;

/**
 * Refuses what would run in another order here than on a new database.
 * @param names all migrations that this program knows
 * @param done the names of those that the database has run
 * @throws where one that was not run yet is older than one of the same rank that was
 */
export function refuseLatecomers(names: readonly string[], done: ReadonlySet<string>): void {
  const newest = new Map<string, string>();
  for (const name of done) {
    const [, rank = '', minute = ''] = place.exec(name) ?? [];
    if (minute > (newest.get(rank) ?? '')) newest.set(rank, minute);
  }
  for (const name of names) {
    const [, rank = '', minute = ''] = place.exec(name) ?? [];
    const last = newest.get(rank) ?? '';
    if (!done.has(name) && minute < last)
      throw new Error(
        `migration ${name} is older than ${last}, which this database has run: its file needs a newer minute`,
      );
  }
}
