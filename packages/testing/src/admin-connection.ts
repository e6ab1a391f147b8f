import pg from 'pg';
import { postgresUrl } from './test-environment.js';

/** The test server's URL for one database, as a superuser unless another role is told. */
export function urlOf(database: string, user?: string, password?: string): string {
  const url = new URL(postgresUrl());
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}

export async function asAdmin<Answer>(database: string, run: (admin: pg.Client) => Promise<Answer>): Promise<Answer> {
  const admin = new pg.Client({ connectionString: urlOf(database) });
  await admin.connect();
  try {
    return await run(admin);
  } finally {
    await admin.end();
  }
}
