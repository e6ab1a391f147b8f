/** A rule said no: an answer for a person, not a fault to retry. */
export class Refusal<Code extends string = string> extends Error {
  override readonly name = 'Refusal';

  /**
   * @param code the reason as a state of the world, e.g. `visit-not-started`
   * @param facts what the person should know: the present status, what is possible now
   * @param pointer the JSON pointer of the field that is at fault, where one is
   */
  constructor(
    readonly code: Code,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly pointer?: string,
  ) {
    super(code);
  }
}
