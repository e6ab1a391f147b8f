/** A nats-server that belongs to one test (or one file), to be hurt at will. Its URL stays the same throughout. */
export interface Bus {
  readonly url: string;
  readonly port: number;
  /** Orderly. */
  stop(): Promise<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** SIGKILL, and it stays dead until `start`. */
  kill(): Promise<void>;
  /** SIGKILL, the whole JetStream store deleted, started anew. */
  wipe(): Promise<void>;
}

export interface OwnServer extends Bus {
  remove(): Promise<void>;
}
