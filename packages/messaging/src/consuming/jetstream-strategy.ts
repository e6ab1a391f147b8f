import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import { Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Cause } from '../commands/cause.js';
import type { ReceivedEvent, Reaction } from './on.js';
import { failureOf } from './on.js';
import type { BoundReaction } from './reactions.js';

/** Nest's door to the bus: collects what `@On` declares and has it listened to. */
export class JetStreamStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('jetstream');
  override readonly propagatesEventHandlerErrors = true;

  constructor(
    private readonly begin: (listening: readonly BoundReaction[]) => void,
    private readonly end: () => Promise<void>,
  ) {
    super();
  }

  listen(callback: (...optional: unknown[]) => void): void {
    const handlers = [...this.getHandlers().values()] as MessageHandler<ReceivedEvent, Cause, unknown>[];
    this.begin(
      handlers.flatMap((handler) => {
        const reaction = (handler.extras as { reaction?: Reaction } | undefined)?.reaction;
        return reaction ? [{ ...reaction, react: callThrough(handler) }] : [];
      }),
    );
    callback();
  }

  close(): Promise<void> {
    return this.end();
  }

  on(): never {
    throw new Error('this transport has no events to listen to');
  }

  unwrap<T>(): T {
    throw new Error('this transport has no server of its own');
  }
}

const callThrough =
  (handler: MessageHandler<ReceivedEvent, Cause, unknown>): BoundReaction['react'] =>
  async (heard, cause) => {
    const [answer] = await Promise.allSettled([settle(handler, heard, cause)]);
    const thrown = failureOf(heard);
    if (thrown) throw thrown.failure;
    if (answer.status === 'rejected') throw answer.reason;
  };

async function settle(
  handler: MessageHandler<ReceivedEvent, Cause, unknown>,
  heard: ReceivedEvent,
  cause: Cause,
): Promise<void> {
  const answer: unknown = await handler(heard, cause);
  if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
}
