import type { Stock } from '@pledge/contracts/http';

export interface CarriedLine {
  readonly partId: string;
  readonly quantity: number;
  /** What the server did not say of a part that was carried is not known. */
  readonly name?: string | null;
  readonly model?: string | null;
}

export interface Choice {
  readonly partId: string;
  readonly code: string;
  readonly name: string;
  readonly model: string;
  readonly unit: string;
  readonly available: number;
  readonly places: readonly { readonly place: string; readonly available: number }[];
}

/** One choice a part, with what is available of it and where; in the order of the stock. */
export function choicesOf(stock: readonly Stock[]): readonly Choice[] {
  const choices = new Map<string, Choice>();
  for (const { partId, code, name, model, unit, place, available } of stock) {
    const before = choices.get(partId) ?? { partId, code, name, model, unit, available: 0, places: [] };
    choices.set(partId, {
      ...before,
      available: before.available + available,
      places: [...before.places, { place, available }],
    });
  }
  return [...choices.values()];
}

/** A part chosen again is one more of it. */
export function withPart(lines: readonly CarriedLine[], { partId, name, model }: Choice): readonly CarriedLine[] {
  if (!lines.some((line) => line.partId === partId)) return [...lines, { partId, name, model, quantity: 1 }];
  return lines.map((line) => (line.partId === partId ? { ...line, quantity: line.quantity + 1 } : line));
}

export const withQuantity = (lines: readonly CarriedLine[], partId: string, quantity: number): readonly CarriedLine[] =>
  lines.map((line) => (line.partId === partId ? { ...line, quantity } : line));

export const withoutPart = (lines: readonly CarriedLine[], partId: string): readonly CarriedLine[] =>
  lines.filter((line) => line.partId !== partId);
