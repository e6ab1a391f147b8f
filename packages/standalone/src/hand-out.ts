import { chownSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { services, type Service } from '@pledge/contracts';
import { natsConfig } from '@pledge/messaging/permissions';
import { busUsers } from './bus-users.js';
import { databaseUrl, rolesOf } from './databases.js';
import type { Secrets } from './secrets.js';

export interface HandOutOptions {
  /** One folder below it for each container, so that none sees what is another's. */
  readonly folder: string;
  /** `postgres://postgres:5432`, as the containers reach it. */
  readonly databaseServer: string;
  /** Where JetStream keeps its files inside its container. */
  readonly storeDir: string;
  /** Whom the services run as. */
  readonly uid: number;
  /** Of JetStream; `always` unless told. */
  readonly syncInterval?: string | undefined;
}

/** Gives every container the secrets it needs and no others: services an environment file, what migrates them another, NATS its configuration. */
export function handOut(
  secrets: Secrets,
  { folder, databaseServer, storeDir, uid, syncInterval }: HandOutOptions,
): void {
  const write = (path: readonly string[], text: string, owner = 0): void => {
    const file = join(folder, ...path);
    const draft = `${file}.draft`;
    mkdirSync(dirname(file), { recursive: true });
    chownSync(dirname(file), owner, owner);
    writeFileSync(draft, text, { mode: 0o600 });
    chownSync(draft, owner, owner);
    // Whole or not at all: containers wait for the file to appear.
    renameSync(draft, file);
  };
  for (const service of services) {
    write([service, 'env'], environmentFile(environmentOf(service, secrets, databaseServer)), uid);
    const owner = { MIGRATION_DATABASE_URL: databaseUrl(databaseServer, service, secrets, 'migrate') };
    write([`${service}-migrate`, 'env'], environmentFile({ ...owner, RUN_ROLE: rolesOf(service).run }), uid);
  }
  write(['provision', 'env'], environmentFile({ NATS_NKEY_SEED: contentOf(secrets.provision.nkeySeedFile) }), uid);
  write(['postgres', 'superuser-password'], secrets.superuserPassword);
  write(['nats', 'nats.conf'], natsConfig({ users: busUsers(secrets), storeDir, syncInterval }));
}

function environmentOf(service: Service, secrets: Secrets, server: string): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl(server, service, secrets, 'run'),
    NATS_NKEY_SEED: contentOf(secrets.services[service].nkeySeedFile),
    IDENTITY_PUBLIC_KEY: contentOf(secrets.identityPublicKeyFile),
    ...(service === 'intake' && { INBOUND_WEBHOOK_SECRET: secrets.inboundWebhookSecret }),
    ...(service === 'gateway' && { IDENTITY_PRIVATE_KEY: contentOf(secrets.identityPrivateKeyFile) }),
  };
}

/** As Node's `--env-file` reads it: within single quotes nothing has a meaning. */
const environmentFile = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');

const contentOf = (path: string): string => readFileSync(path, 'utf8').trim();
