import type { DataSource } from 'typeorm';
import type { Cause } from '../commands/cause.js';
import { decide } from '../commands/decide.js';
import type { ReplicaStatement } from '../commands/replica.js';
import { Session } from '../commands/session.js';
import type { Statement } from '../commands/statement.js';
import type { Unit } from '../commands/unit.js';
import { entriesOf } from '../journal.js';
import { relayOf } from '../outbox/wake.js';
import { speakerOf } from '../topology.js';
import type { Message } from './message.js';
import type { Received } from './on.js';
import type { BoundReaction, Failed } from './reactions.js';
import { reactionsTo } from './reactions.js';
import { readEvent } from './read-event.js';

export interface TogetherOptions {
  readonly db: DataSource;
  readonly timeZone: string;
  /** What puts a message that failed among the dead letters, in the transaction in which the others are handled. */
  readonly park: (message: Message, failed: Failed) => Statement;
}

/** What the reactions to a message do, as far as they could be told. */
interface Plan {
  readonly message: Message;
  readonly units: readonly Unit[];
  readonly reactionOf: ReadonlyMap<Unit, string>;
  readonly writes: readonly ReplicaStatement[];
  readonly failed: Failed | undefined;
}

/** True where every reaction to an event of this type says what it does, so that it can share a transaction. */
export function isPlanned(reactions: readonly BoundReaction[], { cloudEvent }: Message): boolean {
  const heard = reactionsTo(reactions, cloudEvent.type);
  return heard.length > 0 && heard.every(({ plan }) => plan !== undefined);
}

/**
 * Handles messages of different keys in one transaction. One that a rule refuses has written nothing, and is parked with it.
 * @returns those that failed
 * @throws where the database refuses it: nothing of any of them is written then
 */
export async function reactTogether(
  plans: readonly Plan[],
  { db, timeZone, park }: TogetherOptions,
): Promise<Map<Message, Failed>> {
  const failures = new Map<Message, Failed>();
  for (const { message, failed } of plans) if (failed) failures.set(message, failed);
  const groups = plans.flatMap(({ units }) => (units.length > 0 ? [units] : []));
  // No lock names the rows of replicas: written in one order, two transactions do not wait for each other.
  const writes = plans
    .flatMap((plan) => plan.writes)
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  if (groups.length === 0 && writes.length === 0 && failures.size === 0) return failures;

  const queued = await Session.run(db, async (session) => {
    const decided = groups.length > 0 ? await decide(session, groups, timeZone) : undefined;
    for (const plan of plans) {
      const failure = decided?.failed.get(plan.units);
      if (failure)
        failures.set(plan.message, {
          reaction: plan.reactionOf.get(failure.unit) ?? plan.message.cloudEvent.type,
          failure: failure.failure,
        });
    }
    const { saves = [], entries = [], now = '' } = decided ?? {};
    const entry = entriesOf(entries, now, !relayOf(db)?.leading);
    const parks = [...failures].map(([message, failed]) => park(message, failed));
    const rows = await session.commit([...(entries.length > 0 ? [entry] : []), ...saves, ...writes, ...parks]);
    return entries.length > 0 ? entry.read(rows[0] ?? []) : 0;
  });
  if (queued > 0) relayOf(db)?.wake();
  return failures;
}

/** Asks the reactions to a message what they do; the first that cannot tell ends it. */
export function planOf(reactions: readonly BoundReaction[], message: Message): Plan {
  const { id, type, sequence = 0, at, traceparent } = message.cloudEvent;
  const units: Unit[] = [];
  const reactionOf = new Map<Unit, string>();
  const writes: ReplicaStatement[] = [];
  for (const { contract, name, plan } of reactionsTo(reactions, type)) {
    try {
      const data = readEvent(contract, type, message.body);
      const received: Received = { type: contract.type, data, id, sequence, at, source: speakerOf(type) };
      const { units: told = [], writes: rows = [] } = plan?.(received) ?? {};
      for (const [nth, unit] of told.entries()) {
        const key = told.length > 1 ? `${id}/${nth}` : id;
        const cause: Cause = { by: `reaction:${name}`, key, ...(traceparent && { traceparent }) };
        const planned = { ...unit, cause };
        units.push(planned);
        reactionOf.set(planned, name);
      }
      writes.push(...rows);
    } catch (failure) {
      return { message, units, reactionOf, writes, failed: { reaction: name, failure } };
    }
  }
  return { message, units, reactionOf, writes, failed: undefined };
}

/**
 * Does what one reaction says of a message, in a transaction of its own.
 * @throws whatever a rule or the database refuses
 */
export async function reactAlone(
  reaction: BoundReaction,
  message: Message,
  where: Pick<TogetherOptions, 'db' | 'timeZone'>,
): Promise<void> {
  await reactTogether([planOf([reaction], message)], {
    ...where,
    park: (_message, { failure }) => {
      throw failure as Error;
    },
  });
}

/** True where a message must not share a transaction with others: what its rules must know, others may be about to write. */
export const isAlone = ({ units }: Plan): boolean => units.some(({ aggregate }) => aggregate.isAlone);
