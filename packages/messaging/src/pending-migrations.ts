import type { DataSource } from 'typeorm';

/** What this program needs of the database and does not find there, by name; also where nothing was ever migrated. */
export async function pendingMigrations(db: DataSource): Promise<string[]> {
  const needed = db.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const [can]: { read: boolean | null }[] = await db.query(
    `select has_table_privilege(to_regclass('public.migrations'), 'select') as read`,
  );
  if (!can?.read) return needed;
  const rows: { name: string }[] = await db.query('select name from migrations');
  const done = new Set(rows.map(({ name }) => name));
  return needed.filter((name) => !done.has(name));
}
