import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import { versionsOf } from '@pledge/contracts';
import type { Cause } from '../commands/cause.js';
import { NotYetUnderstood } from '../failures.js';
import { speakerOf } from '../topology.js';
import type { Message } from './message.js';
import type { ReceivedEvent, Reaction } from './on.js';
import { readEvent } from './read-event.js';

export interface BoundReaction extends Reaction {
  /** @throws whatever the reaction threw, unchanged */
  readonly react: (heard: ReceivedEvent, cause: Cause) => Promise<void>;
}

export interface Failed {
  readonly reaction: string;
  readonly failure: unknown;
}

export const reactionsTo = (listening: readonly BoundReaction[], type: string): readonly BoundReaction[] =>
  listening.filter(({ contract }) => versionsOf(contract).some((version) => version === type));

/**
 * In which line a message stands: that of its key. One of a type of which no version is known here would be handled by nobody, so
 * it holds up nothing but its like; an unknown version of a known type keeps its place, since what follows depends on it.
 */
export function lineOf(listening: readonly BoundReaction[], { cloudEvent: { type, partitionKey } }: Message): string {
  const name = nameOfType(type);
  const isKnown = listening.some(({ contract }) => nameOfType(contract.type) === name);
  return isKnown ? partitionKey : `${partitionKey} ${type}`;
}

const nameOfType = (type: string): string => type.slice(0, type.lastIndexOf('.'));

/**
 * Hands a message to every reaction that hears its type, one after the other, each under its own claim.
 * @param planned does what a reaction says that it does
 * @returns the first that failed, where one did
 */
export async function reactTo(
  listening: readonly BoundReaction[],
  message: Message,
  planned: (reaction: BoundReaction, message: Message) => Promise<void>,
): Promise<Failed | undefined> {
  const { cloudEvent, body } = message;
  const { id, type, sequence = 0, at, traceparent } = cloudEvent;
  const trace = traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
  const reactions = reactionsTo(listening, type);
  // The durable asks for it, so another version of this service reacts to it: acknowledged here, that one would never hear it.
  if (reactions.length === 0)
    return { reaction: type, failure: new NotYetUnderstood(`nothing here reacts to ${type} yet`) };
  for (const reaction of reactions) {
    const { contract, name, react, plan } = reaction;
    try {
      if (plan) {
        await planned(reaction, message);
        continue;
      }
      const data = readEvent(contract, type, body);
      const cause: Cause = { by: `reaction:${name}`, key: id, ...(traceparent && { traceparent }) };
      await context.with(trace, () =>
        react({ type: contract.type, data, id, sequence, at, source: speakerOf(type) }, cause),
      );
    } catch (failure) {
      return { reaction: name, failure };
    }
  }
  return undefined;
}
