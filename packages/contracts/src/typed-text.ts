/** Embeddings, overrides and isolates: what follows them is read in another direction than it was written. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;
/** Marks that belong into running text of a right-to-left script, and into no field that somebody fills in. */
const marks = /[\u200e\u200f\u061c]/gu;
/** Nothing that leaves ink: blanks, controls, fillers, what joins or varies other characters, combining marks alone. */
const unseen =
  /[\p{White_Space}\p{Cc}\p{Cf}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\u{13441}\u{13442}]/gu;

/** Without the signs that turn the reading direction of what follows, so that a text reads as it was written. */
export const withoutTurningSigns = (text: string): string => text.replaceAll(turning, '');

/** False for a text of which nobody sees anything. */
export const isVisible = (text: string): boolean => text.replaceAll(unseen, '') !== '';

/** What somebody typed into a field, as it is kept: nothing turns its direction; empty where nobody would see anything. */
export function typedText(text: string): string {
  const kept = withoutTurningSigns(text).replaceAll(marks, '').trim();
  return isVisible(kept) ? kept : '';
}
