import { createHash } from 'node:crypto';
import { grantRunningRole, type Migration } from '@pledge/messaging';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { asAdmin, urlOf } from './admin-connection.js';

/** As in production: one role owns and migrates, the other runs. */
export const ownerRole = 'pledge_test_migrate';
export const runRole = 'pledge_test_run';
export const rolePassword = 'only-in-tests';

const made = new Map<string, Promise<string>>();

/** The name of a migrated database to clone from: one for each distinct set of migrations, made once a server. */
export function templateDatabase(migrations: readonly Migration[]): Promise<string> {
  const name = `pledge_template_${fingerprintOf(migrations)}`;
  const known = made.get(name) ?? makeTemplate(name, migrations);
  made.set(name, known);
  return known;
}

/** What the migrations are and do, so that a changed one gets a template of its own. */
const fingerprintOf = (migrations: readonly Migration[]): string =>
  createHash('sha256')
    .update(migrations.map((migration) => `${migration.toString()}\n${JSON.stringify(new migration())}`).join('\n'))
    .digest('hex')
    .slice(0, 16);

async function makeTemplate(name: string, migrations: readonly Migration[]): Promise<string> {
  await asAdmin('postgres', async (admin) => {
    await admin.query("select pg_advisory_lock(hashtextextended('pledge-test-templates', 0))");
    if (await exists(admin, name)) return;
    await makeRoles(admin);
    const draft = `${name}_draft`;
    await admin.query(`drop database if exists ${draft} with (force)`);
    // As in production: UTF-8, and the same order of words on every machine.
    await admin.query(
      `create database ${draft} owner ${ownerRole} template template0 encoding 'UTF8'
       locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`,
    );
    await migrate(urlOf(draft, ownerRole, rolePassword), migrations);
    await admin.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

async function makeRoles(admin: pg.Client): Promise<void> {
  for (const role of [ownerRole, runRole]) {
    const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await admin.query(`create role ${role} login password '${rolePassword}'`);
  }
}

async function migrate(url: string, migrations: readonly Migration[]): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url, migrations: [...migrations] }).initialize();
  try {
    await source.runMigrations();
    const [found]: { journal: string | null }[] = await source.query(`select to_regclass('public.journal') as journal`);
    if (found?.journal) await grantRunningRole(source, runRole);
    else await grantPlainly(source);
  } finally {
    await source.destroy();
  }
}

async function grantPlainly(source: DataSource): Promise<void> {
  await source.query(`grant select, insert, update, delete on all tables in schema public to ${runRole}`);
  await source.query(`grant usage, select on all sequences in schema public to ${runRole}`);
}
