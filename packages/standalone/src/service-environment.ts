import { services, type Service } from '@pledge/contracts';
import { databaseUrl, rolesOf } from './databases.js';
import type { Secrets } from './secrets.js';

export interface ServiceSurroundings {
  readonly secrets: Secrets;
  readonly databaseServer: string;
  readonly natsUrl: string;
  /** False where the bus is not ours and knows no users. */
  readonly ownBus: boolean;
  readonly ports: Readonly<Record<Service, number>>;
  /** Where files are kept that people send. */
  readonly filesFolder: string;
  readonly further: Readonly<Record<string, string | undefined>>;
}

/** What a service is told at its start. */
export function serviceEnvironment(
  service: Service,
  { secrets, databaseServer, natsUrl, ownBus, ports, filesFolder, further }: ServiceSurroundings,
): Readonly<Record<string, string | undefined>> {
  return {
    PLEDGE_DEMO: 'true',
    DEMO_SIGN_IN: 'loopback',
    NODE_ENV: 'production',
    PUBLIC_URL: `http://127.0.0.1:${ports.gateway}`,
    ...further,
    SERVICE: service,
    PORT: String(ports[service]),
    HOST: service === 'gateway' ? (further.HOST ?? '127.0.0.1') : '127.0.0.1',
    DATABASE_URL: databaseUrl(databaseServer, service, secrets, 'run'),
    NATS_URL: natsUrl,
    ...(ownBus && { NATS_NKEY_SEED_FILE: secrets.services[service].nkeySeedFile }),
    IDENTITY_PUBLIC_KEY_FILE: secrets.identityPublicKeyFile,
    ...(service === 'intake' && {
      FILES_DIR: further.FILES_DIR ?? filesFolder,
      INBOUND_WEBHOOK_SECRET: further.INBOUND_WEBHOOK_SECRET ?? secrets.inboundWebhookSecret,
    }),
    ...(service === 'gateway' && {
      IDENTITY_PRIVATE_KEY_FILE: secrets.identityPrivateKeyFile,
      SERVICE_URLS: JSON.stringify(serviceUrls(ports)),
    }),
  };
}

const serviceUrls = (ports: Readonly<Record<Service, number>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    services.filter((name) => name !== 'gateway').map((name) => [name, `http://127.0.0.1:${ports[name]}`]),
  );

/** What the program is told that migrates the databases of these services: it alone holds the passwords of their owners. */
export const migrationEnvironment = (
  migrated: readonly Service[],
  { secrets, databaseServer, further }: Pick<ServiceSurroundings, 'secrets' | 'databaseServer' | 'further'>,
): Readonly<Record<string, string | undefined>> => ({
  ...further,
  ...Object.fromEntries(
    migrated.flatMap((service) => [
      [`${service.toUpperCase()}_MIGRATION_DATABASE_URL`, databaseUrl(databaseServer, service, secrets, 'migrate')],
      [`${service.toUpperCase()}_RUN_ROLE`, rolesOf(service).run],
    ]),
  ),
});
