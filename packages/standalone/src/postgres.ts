export { freePort } from './ports.js';
export { startPostgres, temporaryFolder } from './postgres/server.js';
export type { PostgresOptions, PostgresServer } from './postgres/server.js';
