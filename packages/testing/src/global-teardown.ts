import { running } from './global-setup.js';
import { asAdmin } from './admin-connection.js';
import { runPrefix } from './test-environment.js';

export default async function teardown(): Promise<void> {
  if (running.postgres !== undefined) {
    await running.postgres.stop();
    return;
  }
  await asAdmin('postgres', async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [runPrefix()],
    );
    for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
  });
}
