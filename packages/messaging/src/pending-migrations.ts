import type { DataSource } from 'typeorm';
import { refuseLatecomers } from './migrations/sql-migrations.js';

/** Before there was a first release, migrations were classes; every database of then has run this one. */
const fromBefore = 'Messaging1700000000001';

/** What this program needs of the database and does not find there, by name; also where nothing was ever migrated. @throws where the database cannot be brought up to date */
export async function pendingMigrations(db: DataSource): Promise<string[]> {
  const needed = db.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const [can]: { read: boolean | null }[] = await db.query(
    `select has_table_privilege(to_regclass('public.migrations'), 'select') as read`,
  );
  if (!can?.read) return needed;
  const rows: { name: string }[] = await db.query('select name from migrations');
  const done = new Set(rows.map(({ name }) => name));
  if (done.has(fromBefore))
    throw new Error(
      'this database was made by a version of before the first release and cannot be brought up to date: throw it away and start ' +
        'again, with `npm start` by removing the folder .pledge, with Docker by `docker compose down --volumes`',
    );
  refuseLatecomers(needed, done);
  return needed.filter((name) => !done.has(name));
}
