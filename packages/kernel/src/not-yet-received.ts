/** An event came before the one it follows, on another stream: it waits until that one was handled. */
export class NotYetReceived extends Error {
  override readonly name = 'NotYetReceived';
  /**
   * @param what the record that is not known yet, for a person to read
   * @param key the partition key of the event that brings it, where it is not that of the event itself: the id of the record
   */
  constructor(
    what: string,
    readonly key?: string,
  ) {
    super(`${what} was not heard of yet`);
  }
}
