export { natsServerBinary } from './nats/binary.js';
export { startNats, untilItGreets } from './nats/server.js';
export type { NatsOptions, NatsProcess } from './nats/server.js';
export { freePort } from './ports.js';
