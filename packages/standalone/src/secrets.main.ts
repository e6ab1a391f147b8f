import { handOut } from './hand-out.js';
import { makeSecrets } from './secrets.js';

/** The first step of `docker compose up`: makes the secrets that are not there yet and hands each container its own. */
handOut(makeSecrets('/secrets'), {
  folder: '/handed',
  databaseServer: 'postgres://postgres:5432',
  storeDir: '/data',
  uid: Number(process.env.SERVICE_UID ?? '1000'),
  syncInterval: process.env.NATS_SYNC_INTERVAL,
});
