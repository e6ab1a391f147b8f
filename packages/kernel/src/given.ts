/** Who acts: a person as the gateway knows them. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly roles: readonly string[];
  readonly department: string | null;
  /** For a customer's contact: of which customer. */
  readonly customerId: string | null;
}

/** What a rule may know besides the command and the state of its record. */
export interface Given<Context = undefined> {
  /** Of the record. */
  readonly id: string;
  /** Undefined where no person acts: a reaction, a timer. */
  readonly actor: Actor | undefined;
  /** The moment of the command, RFC 3339 in UTC, by the database's clock. */
  readonly now: string;
  /** What other records of this department say, read under the locks of the command. */
  readonly context: Context;
  /** An id for something that the command makes; the same name in the same command gives the same id, however often it is asked. */
  newId(name: string): string;
}

/** Stands in an event for the number that is drawn once the rule has decided, so that a refusal or a repetition wastes none. */
export const pendingNumber = '(pending)';

/**
 * The person who acts.
 * @throws {Error} where nobody does: the command is one that only a person gives
 */
export function actorOf({ actor }: Given<unknown>): Actor {
  if (!actor) throw new Error('this command is given by a person only');
  return actor;
}

/** The person who acts, as events name them. */
export function personOf(given: Given<unknown>): { readonly personId: string; readonly name: string } {
  const { personId, name } = actorOf(given);
  return { personId, name };
}
