/** A rule book: what a command may cause at a given moment, and what each event changes. No I/O, no clock, no chance. */
export interface Decider<Command, State, Event> {
  readonly initial: State;
  /**
   * @param now the moment of the command, RFC 3339 in UTC, from the database's clock
   * @returns the events; an empty list means there is nothing to say
   * @throws {Refusal} when a rule says no
   */
  decide(command: Command, state: State, now: string): readonly Event[];
  evolve(state: State, event: Event): State;
}

/** The state that `events` lead to. */
export function replay<Command, State, Event>(
  rules: Decider<Command, State, Event>,
  events: readonly Event[],
  from: State = rules.initial,
): State {
  return events.reduce((state, event) => rules.evolve(state, event), from);
}
