/**
 * Keeps the order where deliveries were lost: after a crash, a change of hands or a broken connection the server delivers what was not
 * acknowledged once more, but only after its patience ran out, and what is newer comes first. Until then everything is kept back.
 */
export class RedeliveryGate<Delivery extends { readonly seq: number }> {
  #kept: Map<number, Delivery> | undefined;

  get open(): boolean {
    return this.#kept !== undefined;
  }

  /** True where the delivery is kept back for now. */
  keep(delivery: Delivery): boolean {
    this.#kept?.set(delivery.seq, delivery);
    return this.#kept !== undefined;
  }

  /**
   * @param unacknowledged how many deliveries the server waits for
   * @param held how many of them are in our hands
   * @returns what was kept back and may go on now, in the stream's order
   */
  judge(unacknowledged: number, held: number): Delivery[] {
    if (unacknowledged > held) {
      this.#kept ??= new Map();
      return [];
    }
    const released = [...(this.#kept?.values() ?? [])].sort((a, b) => a.seq - b.seq);
    this.#kept = undefined;
    return released;
  }
}
