import type { Type } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { versionsOf } from '@pledge/contracts';
import type { EventContract, EventType, EventOf } from '@pledge/contracts/events';
import type { Cause } from '../commands/cause.js';
import type { Subscriptions } from '../topology.js';
import type { ReplicaStatement } from '../commands/replica.js';
import type { Unit } from '../commands/unit.js';
import { speakerOf } from '../topology.js';

/** An event as it was heard: what was said, its id, when and by whom. */
export interface ReceivedEvent {
  readonly type: string;
  readonly data: unknown;
  readonly id: string;
  /** Its place among all that its department said: which of two states of a record is the newer, in whatever order they come. */
  readonly sequence: number;
  readonly at: string;
  readonly source: string;
}

/** What a reaction is handed: an event of its contract, and where it came from. */
export type Received<Contract extends EventContract = EventContract> = EventOf<Contract> &
  Omit<ReceivedEvent, 'type' | 'data'>;

/** What a declared reaction does: commands on records, and rows of replicas. */
export interface Planned {
  readonly units?: readonly Omit<Unit, 'cause'>[];
  readonly writes?: readonly ReplicaStatement[];
}

/** A reaction: what is received, and the name under which the inbox remembers it. */
export interface Reaction {
  readonly name: string;
  readonly contract: EventContract;
  /**
   * Says what is done, without doing it, so that events can share a transaction. Absent where the handler does it itself.
   * @throws whatever is wrong with the event
   */
  readonly plan?: (received: Received) => Planned;
}

const reactionKey = 'pledge:reaction';

const thrown = new WeakMap<object, { readonly failure: unknown }>();

/** What a reaction really threw: Nest turns it into an error of its own, and a filter may swallow it. */
export const failureOf = (heard: ReceivedEvent): { readonly failure: unknown } | undefined => thrown.get(heard);

/**
 * Reacts to what another department says; the payload is checked against its contract before.
 * @param name this reaction's memory in the inbox: renamed, it does everything again on a replay
 */
export function On<Contract extends EventContract>(contract: Contract, name: string, plan?: Reaction['plan']) {
  type Handler = (heard: Received<Contract>, cause: Cause) => unknown;
  return <Method extends Handler>(target: object, key: string, descriptor: TypedPropertyDescriptor<Method>): void => {
    const original: Handler | undefined = descriptor.value;
    if (!original) throw new Error(`@On stands on a method, not on ${key}`);
    const reaction: Reaction = { name, contract, ...(plan && { plan }) };

    async function remembering(this: unknown, heard: Received<Contract>, cause: Cause): Promise<unknown> {
      try {
        return await original?.call(this, heard, cause);
      } catch (failure) {
        thrown.set(heard, { failure });
        throw failure;
      }
    }
    Object.defineProperty(remembering, 'name', { value: key });
    descriptor.value = remembering as unknown as Method;
    Reflect.defineMetadata(reactionKey, reaction, remembering);
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-arguments -- otherwise Nest's own handler type is inferred, which ours is not
    EventPattern<string>(`${contract.type}#${name}`, { reaction })(target, key, descriptor);
  };
}

/** The reactions that are declared on these controllers, in the order of their declaration. */
export function reactionsOf(controllers: readonly Type[]): Reaction[] {
  return controllers.flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      const reaction: unknown = typeof method === 'function' ? Reflect.getMetadata(reactionKey, method) : undefined;
      return reaction ? [reaction as Reaction] : [];
    }),
  );
}

/** What these reactions hear, by speaker: a service's line in the topology. */
export function subscriptionsOf(reactions: readonly Reaction[]): Subscriptions {
  const heard: Record<string, EventType[]> = {};
  for (const type of reactions.flatMap(({ contract }) => versionsOf(contract))) {
    const types = (heard[speakerOf(type)] ??= []);
    if (!types.includes(type)) types.push(type);
  }
  return heard;
}
