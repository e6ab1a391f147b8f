/**
 * A rule book: what a command may cause in given circumstances, and what each event changes. No I/O, no clock, no chance.
 * `Circumstances` is the moment of the command (RFC 3339 in UTC, by the database's clock), or `Given` where the rule needs more.
 */
export interface Decider<Command, State, Event, Circumstances = string> {
  readonly initial: State;
  /**
   * @returns the events; an empty list means there is nothing to say
   * @throws {Refusal} when a rule says no
   */
  decide(command: Command, state: State, given: Circumstances): readonly Event[];
  evolve(state: State, event: Event): State;
}

/** The state that `events` lead to. */
export function replay<Command, State, Event, Circumstances>(
  rules: Decider<Command, State, Event, Circumstances>,
  events: readonly Event[],
  from: State = rules.initial,
): State {
  return events.reduce((state, event) => rules.evolve(state, event), from);
}
