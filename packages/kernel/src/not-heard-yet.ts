/** A fact came before the one it follows, on another stream: it is tried again in a moment. */
export class NotHeardYet extends Error {
  override readonly name = 'NotHeardYet';
  constructor(what: string) {
    super(`${what} was not heard of yet`);
  }
}
