import { nkeys } from '@nats-io/transport-node';
import type { Topology } from './topology.js';
import { durableOf, subscriptionsTo, probeOf, streamOf } from './topology.js';

export interface Rights {
  readonly publish: { readonly allow: readonly string[]; readonly deny?: readonly string[] };
  readonly subscribe: { readonly allow: readonly string[] };
}

/** What a service may do on the bus: say its own events, and pull what it hears from its own durables. */
export function natsPermissions(topology: Topology, service: string): Rights {
  const heard = subscriptionsTo(topology, service).flatMap(([speaker]) => {
    const [stream, durable] = [streamOf(speaker), durableOf(service, speaker)];
    return [
      `$JS.API.CONSUMER.INFO.${stream}.${durable}`,
      `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
      `$JS.ACK.${stream}.${durable}.>`,
    ];
  });
  return {
    publish: { allow: [`${service}.*.*`, probeOf(service), `$JS.API.STREAM.INFO.${streamOf(service)}`, ...heard] },
    subscribe: { allow: [`_INBOX.${service}.>`] },
  };
}

/** What the provisioning user may do: streams and durables, not what is said. */
export const provisionPermissions: Rights = {
  publish: {
    allow: [
      '$JS.API.INFO',
      '$JS.API.STREAM.INFO.*',
      '$JS.API.STREAM.CREATE.*',
      '$JS.API.STREAM.UPDATE.*',
      '$JS.API.CONSUMER.>',
    ],
    deny: ['$JS.API.CONSUMER.MSG.>'],
  },
  subscribe: { allow: ['_INBOX.provision.>'] },
};

/** What the gateway may do: see everything that is said as it is said, and say nothing. */
export function livePermissions(services: readonly string[], user = 'gateway'): Rights {
  return {
    publish: { allow: [probeOf(user)] },
    subscribe: { allow: [`_INBOX.${user}.>`, ...services.map((service) => `${service}.*.*`)] },
  };
}

export interface NatsUser {
  readonly name: string;
  /** The nkey's public half, `U…`. */
  readonly nkey: string;
  readonly rights: Rights;
}

export interface NatsConfigOptions {
  readonly users: readonly NatsUser[];
  readonly storeDir: string;
  readonly host?: string;
  readonly port?: number;
  /** For `/healthz` and monitoring; none is opened without it. */
  readonly httpPort?: number;
  /** How long what was acknowledged may wait for the disk, e.g. `2m`; `always` unless told, so that a power cut loses none of it. */
  readonly syncInterval?: string | undefined;
}

/** The text of a nats.conf with one user per service. */
export function natsConfig({
  users,
  storeDir,
  host = '0.0.0.0',
  port = 4222,
  httpPort,
  syncInterval = 'always',
}: NatsConfigOptions): string {
  const list = (subjects: readonly string[]) => `[${subjects.map((subject) => JSON.stringify(subject)).join(', ')}]`;
  const rights = ({ publish, subscribe }: Rights) => [
    `      publish: { allow: ${list(publish.allow)}${publish.deny ? `, deny: ${list(publish.deny)}` : ''} }`,
    `      subscribe: { allow: ${list(subscribe.allow)} }`,
  ];
  return [
    `listen: ${JSON.stringify(`${host}:${port}`)}`,
    ...(httpPort ? [`http: ${JSON.stringify(`${host}:${httpPort}`)}`] : []),
    'max_payload: 1MB',
    'jetstream {',
    `  store_dir: ${JSON.stringify(storeDir)}`,
    `  sync_interval: ${syncInterval}`,
    '}',
    'authorization {',
    // A machine that starts the whole house at once is slower than the server's two seconds.
    '  timeout: 30',
    '  users: [',
    ...users.flatMap((user) => [
      `    # ${user.name}`,
      `    { nkey: ${user.nkey}, permissions: {`,
      ...rights(user.rights),
      '    } }',
    ]),
    '  ]',
    '}',
    '',
  ].join('\n');
}

/** A new nkey for a user: the seed is the secret, the public half goes into the server's configuration. */
export function newNkey(): { readonly seed: string; readonly nkey: string } {
  const pair = nkeys.createUser();
  return { seed: new TextDecoder().decode(pair.getSeed()), nkey: pair.getPublicKey() };
}
