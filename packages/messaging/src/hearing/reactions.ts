import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Cause } from '../cause.js';
import { speakerOf } from '../topology.js';
import type { Message } from './message.js';
import type { HeardFact, Reaction } from './on.js';

export interface Listening extends Reaction {
  /** @throws whatever the reaction threw, unchanged */
  readonly react: (heard: HeardFact, cause: Cause) => Promise<void>;
}

export interface Failed {
  readonly reaction: string;
  readonly failure: unknown;
}

/**
 * Hands a message to every reaction that hears its type, one after the other, each under its own claim.
 * @returns the first that failed, where one did
 */
export async function reactTo(
  listening: readonly Listening[],
  { envelope, body }: Message,
): Promise<Failed | undefined> {
  const { id, type, at, traceparent } = envelope;
  const trace = traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
  for (const { contract, name, react } of listening) {
    if (contract.type !== type) continue;
    try {
      const data: unknown = contract.data.parse(JSON.parse(body));
      const cause: Cause = { by: `reaction:${name}`, key: id, ...(traceparent && { traceparent }) };
      await context.with(trace, () => react({ type, data, id, at, source: speakerOf(type) }, cause));
    } catch (failure) {
      return { reaction: name, failure };
    }
  }
  return undefined;
}
