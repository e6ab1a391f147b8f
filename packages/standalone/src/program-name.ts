import type { Service } from '@pledge/contracts';

/** Everything that runs in a process of its own; its `.pid` and `.log` are called after it. */
export type ProgramName = Service | 'postgres' | 'nats' | 'provision';
