import { services, topology } from '@pledge/contracts';
import type { EventContract } from '@pledge/contracts/events';
import * as events from '@pledge/contracts/events';
import { z } from 'zod';
import { isEvent } from '../events.query.js';

type Json = Record<string, unknown>;

export interface DescribedEvent {
  readonly type: string;
  readonly name: string;
  readonly speaker: string;
  readonly summary: string;
  readonly payload: Json;
  readonly hearers: readonly string[];
}

const contracts = (): [string, EventContract][] =>
  Object.entries<unknown>(events).flatMap(([name, value]) => (isEvent(value) ? [[name, value]] : []));

/** Every event of the stack, with who says it and who hears it. */
export function describedEvents(): DescribedEvent[] {
  return contracts()
    .map(([name, { type, summary, data }]) => {
      const { $schema: _, ...payload } = z.toJSONSchema(data, { io: 'output', unrepresentable: 'any' });
      const speaker = type.slice(0, type.indexOf('.'));
      const hearers = services.filter((service) =>
        Object.values(topology[service] ?? {}).some((types) => types.includes(type)),
      );
      return { type, name, speaker, summary, payload, hearers };
    })
    .sort((a, b) => a.speaker.localeCompare(b.speaker) || a.type.localeCompare(b.type));
}

const headers: Json = {
  type: 'object',
  required: ['ce-specversion', 'ce-id', 'ce-source', 'ce-type', 'ce-time', 'ce-subject', 'ce-partitionkey'],
  properties: {
    'ce-specversion': { type: 'string', const: '1.0' },
    'ce-id': { type: 'string', format: 'uuid', description: 'The same when it is said again.' },
    'ce-source': { type: 'string' },
    'ce-type': { type: 'string' },
    'ce-time': { type: 'string', format: 'date-time' },
    'ce-subject': { type: 'string', description: 'The record it is about.' },
    'ce-partitionkey': {
      type: 'string',
      description: 'Facts with the same key are heard in the order they were said.',
    },
    'ce-sequence': {
      type: 'string',
      description: 'Grows with every event of a record: of two states the newer one, in whatever order they come.',
    },
    'ce-datacontenttype': { type: 'string', const: 'application/json' },
    traceparent: { type: 'string' },
  },
};

/** The AsyncAPI 3 document of the whole stack: a channel an event, who sends and who receives on it. */
export function stackAsyncApi(version: string): Json {
  const described = describedEvents();
  const channels: Json = {};
  const operations: Json = {};
  const messages: Json = {};
  for (const { type, name, speaker, summary, payload, hearers } of described) {
    messages[name] = {
      name: type,
      title: name,
      summary,
      contentType: 'application/json',
      headers: { $ref: '#/components/schemas/CloudEventHeaders' },
      payload,
    };
    channels[name] = {
      address: type,
      description: summary,
      messages: { [name]: { $ref: `#/components/messages/${name}` } },
      tags: [{ name: speaker }],
    };
    const on = {
      channel: { $ref: `#/channels/${name}` },
      messages: [{ $ref: `#/channels/${name}/messages/${name}` }],
    };
    operations[`${speaker}-says-${name}`] = { action: 'send', ...on, tags: [{ name: speaker }] };
    for (const hearer of hearers) {
      operations[`${hearer}-hears-${name}`] = { action: 'receive', ...on, tags: [{ name: hearer }] };
    }
  }
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Pledge: events',
      version,
      description:
        'What the departments tell each other, on NATS JetStream: a stream a department, CloudEvents 1.0 attributes in headers, ' +
        'at least once, in order for the same partition key.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      bus: {
        host: 'nats:4222',
        protocol: 'nats',
        description: 'Inside the stack only; every service has an nkey which may say and hear only what is its own.',
        security: [{ $ref: '#/components/securitySchemes/nkey' }],
      },
    },
    channels,
    operations,
    components: {
      messages,
      schemas: { CloudEventHeaders: headers },
      securitySchemes: { nkey: { type: 'asymmetricEncryption', description: 'A NATS nkey (Ed25519) of the service.' } },
    },
  };
}
