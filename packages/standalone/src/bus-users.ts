import { services, topology } from '@pledge/contracts';
import {
  livePermissions,
  natsPermissions,
  provisionPermissions,
  type NatsUser,
  type Rights,
} from '@pledge/messaging/permissions';
import type { Secrets } from './secrets.js';

/** One user a service, each with its own rights, and the one that provisions. */
export function busUsers(secrets: Secrets): readonly NatsUser[] {
  const speakers = services.filter((service) => service !== 'gateway');
  const rightsOf = (service: string): Rights =>
    service === 'gateway' ? livePermissions(speakers) : natsPermissions(topology, service);
  return [
    ...services.map((name) => ({ name, nkey: secrets.services[name].nkey, rights: rightsOf(name) })),
    { name: 'provision', nkey: secrets.provision.nkey, rights: provisionPermissions },
  ];
}
