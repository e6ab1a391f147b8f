import { ensureDatabases } from './databases.js';
import { makeSecrets } from './secrets.js';

/** The step of `docker compose up` after PostgreSQL answers: a database and two roles for each service. */
const secrets = makeSecrets('/secrets');
await ensureDatabases(
  `postgres://postgres:${encodeURIComponent(secrets.superuserPassword)}@postgres:5432/postgres`,
  secrets,
);
