/** Parts of a kind at a place, as the stock has them at this moment. */
export interface Shelf {
  readonly stockId: string;
  readonly partId: string;
  readonly placeId: string;
  readonly place: string;
  readonly onHand: number;
  /** Set aside for any order, this one's included. */
  readonly reserved: number;
}

export interface Wanted {
  readonly partId: string;
  readonly quantity: number;
}

export interface Placed extends Wanted {
  readonly placeId: string;
}

/** How much may be taken from a shelf. */
export interface Offer extends Placed {
  readonly stockId: string;
}

/** One line a part, in the order of their first mention. */
export function merged(lines: readonly Wanted[]): readonly Wanted[] {
  const sums = new Map<string, number>();
  for (const { partId, quantity } of lines) sums.set(partId, (sums.get(partId) ?? 0) + quantity);
  return [...sums].filter(([, quantity]) => quantity > 0).map(([partId, quantity]) => ({ partId, quantity }));
}

/** One line a part and place, in the order of their first mention. */
export function mergedPlaces(lines: readonly Placed[]): readonly Placed[] {
  const sums = new Map<string, Placed>();
  for (const { partId, placeId, quantity } of lines) {
    const key = `${partId} ${placeId}`;
    sums.set(key, { partId, placeId, quantity: quantity + (sums.get(key)?.quantity ?? 0) });
  }
  return [...sums.values()].filter(({ quantity }) => quantity > 0);
}

/** What is wanted beyond what is had. */
export function beyond(wanted: readonly Wanted[], had: readonly Wanted[]): readonly Wanted[] {
  const left = new Map(merged(had).map(({ partId, quantity }) => [partId, quantity]));
  return merged(wanted).flatMap(({ partId, quantity }) => {
    const missing = quantity - (left.get(partId) ?? 0);
    return missing > 0 ? [{ partId, quantity: missing }] : [];
  });
}

/** What shelves can give to an order that holds `holds` of them: what is free, and its own. */
export function offersFor(shelves: readonly Shelf[], holds: readonly Placed[]): readonly Offer[] {
  return shelves.map(({ stockId, partId, placeId, onHand, reserved }) => ({
    stockId,
    partId,
    placeId,
    quantity: onHand - reserved + heldAt(holds, partId, placeId),
  }));
}

export const heldAt = (holds: readonly Placed[], partId: string, placeId: string): number =>
  holds.reduce((sum, line) => (line.partId === partId && line.placeId === placeId ? sum + line.quantity : sum), 0);

/** The order of the stock list: what is most available first, then by the stock's id. */
export const fullestFirst = (a: Offer, b: Offer): number =>
  b.quantity - a.quantity || (a.stockId < b.stockId ? -1 : a.stockId > b.stockId ? 1 : 0);

/** Takes what is wanted from the offers in their order: all, or as much as there is. */
export function takeFrom(
  wanted: readonly Wanted[],
  offers: readonly Offer[],
): { readonly taken: readonly Placed[]; readonly missing: readonly Wanted[] } {
  const taken: Placed[] = [];
  const missing: Wanted[] = [];
  for (const { partId, quantity } of merged(wanted)) {
    let left = quantity;
    for (const offer of offers.filter((one) => one.partId === partId && one.quantity > 0)) {
      const share = Math.min(left, offer.quantity);
      if (share > 0) taken.push({ partId, placeId: offer.placeId, quantity: share });
      left -= share;
    }
    if (left > 0) missing.push({ partId, quantity: left });
  }
  return { taken, missing };
}
