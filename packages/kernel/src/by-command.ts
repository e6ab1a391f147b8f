import type { Given } from './given.js';

export interface Typed {
  readonly type: string;
}

export type OfType<Union extends Typed, Type extends Union['type']> = Extract<Union, { readonly type: Type }>;

/** One function a command; one that is missing does not compile. */
export type CommandHandlers<Command extends Typed, State, Event, Context> = {
  readonly [Type in Command['type']]: (
    command: OfType<Command, Type>,
    state: State,
    given: Given<Context>,
  ) => readonly Event[];
};

/** The `decide` of a rule book, written as one function a command. */
export const byCommand =
  <Command extends Typed, State, Event, Context = undefined>(
    handlers: CommandHandlers<Command, State, Event, Context>,
  ) =>
  (command: Command, state: State, given: Given<Context>): readonly Event[] =>
    handlers[command.type as Command['type']](command as never, state, given);

/** One function an event; one that is missing does not compile. */
export type EventHandlers<Event extends Typed, State> = {
  readonly [Type in Event['type']]: (state: State, event: OfType<Event, Type>) => State;
};

/** The `evolve` of a rule book, written as one function an event. */
export const byEvent =
  <Event extends Typed, State>(handlers: EventHandlers<Event, State>) =>
  (state: State, event: Event): State =>
    handlers[event.type as Event['type']](state, event as never);
