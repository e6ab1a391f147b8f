import { services, type Service } from '@pledge/contracts';
import pg from 'pg';
import type { Secrets } from './secrets.js';

export interface DatabaseRoles {
  /** Owns the database and the tables. */
  readonly migrate: string;
  /** What the service runs as. */
  readonly run: string;
}

export const rolesOf = (service: Service): DatabaseRoles => ({ migrate: `${service}_migrate`, run: `${service}_run` });

/**
 * A database and two roles for each service, with the passwords of `secrets`. To be repeated at every start: what is there stays,
 * a new service gets its own, a changed password holds from now on.
 */
export async function ensureDatabases(adminUrl: string, secrets: Secrets): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock(hashtextextended('pledge/databases', 0))");
    for (const service of services) await ensureDatabase(admin, service, secrets);
  } finally {
    await admin.end();
  }
}

async function ensureDatabase(admin: pg.Client, service: Service, secrets: Secrets): Promise<void> {
  const { migrate, run } = rolesOf(service);
  const { migratePassword, runPassword } = secrets.services[service];
  await ensureRole(admin, migrate, migratePassword);
  await ensureRole(admin, run, runPassword);
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [service]);
  if (rowCount === 0) {
    // A superuser of a hosted server is none, and must be a member of the role it gives something to.
    await admin.query(`grant ${migrate} to current_user`);
    // PostgreSQL's own collation: the same order of words on every machine.
    await admin.query(
      `create database ${service} owner ${migrate} template template0 encoding 'UTF8'
       locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`,
    );
  }
  await admin.query(`revoke all on database ${service} from public`);
  await admin.query(`grant connect on database ${service} to ${run}`);
}

async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await admin.query(`${verb} role ${role} login password ${admin.escapeLiteral(password)}`);
}

/** The address of a service's database for one of its roles, on the server of `serverUrl`. */
export function databaseUrl(serverUrl: string, service: Service, secrets: Secrets, as: keyof DatabaseRoles): string {
  const url = new URL(serverUrl);
  const { migratePassword, runPassword } = secrets.services[service];
  url.username = rolesOf(service)[as];
  url.password = as === 'run' ? runPassword : migratePassword;
  url.pathname = `/${service}`;
  return url.href;
}
