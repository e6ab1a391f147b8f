import type { DataSource } from 'typeorm';

/** What a service writes into an entry of the journal: all but its place, which is the database's to give. */
const entryColumns =
  'event_id, record, about, version, ordinal, type, data, partition_key, published, cause_by, cause_key, actor, traceparent, recorded_at';

/**
 * Gives the role a service runs with its rights: everything it needs on the tables, but the journal it can only add to, and the seals
 * it cannot write at all. To be called by the role that migrates, after every migration.
 */
export async function grantRunningRole(db: DataSource, role: string): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`;
  await db.transaction(async (tx) => {
    await tx.query(`grant usage on schema public to ${name}`);
    await tx.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
    await tx.query(`grant usage, select on all sequences in schema public to ${name}`);
    await tx.query(`revoke insert, update, delete, truncate on journal, journal_seal from ${name}`);
    await tx.query(`grant insert (${entryColumns}) on journal to ${name}`);
    await tx.query(`grant execute on function seal_journal(bigint, integer) to ${name}`);
    const rows: { migrations: string | null }[] = await tx.query(
      `select to_regclass('public.migrations') as migrations`,
    );
    if (rows[0]?.migrations) await tx.query(`revoke insert, update, delete on migrations from ${name}`);
  });
}
