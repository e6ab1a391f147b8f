import type { Decider, Given, Typed } from '@pledge/kernel';
import type { Aggregate, Change, Statement } from '@pledge/messaging';
import { timerStatement } from '@pledge/messaging';

/** A clock of the record: when it next expires, and the command that it then is given. */
export interface Expiry<State, Command> {
  /** The kind of timer, e.g. `promise`. */
  readonly kind: string;
  /** RFC 3339; null where nothing is waited for. */
  at(state: State): string | null;
  readonly command: Command;
}

type Event = { readonly type: string; readonly data: object };

type Options<Command extends Typed, State, E extends Event, Context, View> = Omit<
  Aggregate<Command, State, E, Context, View>,
  'record' | 'rules'
> & { readonly expiry?: Expiry<State, Command> };

export type RecordKind<
  Command extends Typed = Typed,
  State = unknown,
  E extends Event = Event,
  Context = undefined,
  View = unknown,
> = Aggregate<Command, State, E, Context, View> & { readonly expiry?: Expiry<State, Command> };

/**
 * A kind of record: its name, its rules, and what the shell must know beside them. The rules stand first, so that the types of
 * the rest follow from them.
 * @param record e.g. `dispatch-order`: names its locks and its entries in the journal
 */
export function aggregate<Command extends Typed, State, E extends Event, Context = undefined, View = unknown>(
  record: string,
  rules: Decider<Command, State, E, Given<Context>>,
  options: Options<Command, State, E, Context, View>,
): RecordKind<Command, State, E, Context, View> {
  const { expiry, beside } = options;
  if (!expiry) return { record, rules, ...options };
  const moved = (change: Change<State, E>): readonly Statement[] => {
    const [was, is] = [expiry.at(change.before), expiry.at(change.after)];
    return was === is ? [] : [timerStatement({ kind: expiry.kind, ref: change.id, dueAt: is })];
  };
  return { record, rules, ...options, beside: (change) => [...(beside?.(change) ?? []), ...moved(change)] };
}
