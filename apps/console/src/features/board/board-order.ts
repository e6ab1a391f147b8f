import type { BoardEntry } from '@pledge/contracts/http';
import { isOpen, stateNow, worseFirst } from '@pledge/ui/time';

export type BoardPromise = BoardEntry['promises'][number];

/** The clock that matters most of a request: breached first, then whichever runs out first; of closed ones the last due. */
export function worstOf(promises: readonly BoardPromise[], nowMs: number): BoardPromise | null {
  const open = promises.filter(({ state }) => isOpen(state)).sort((a, b) => worseFirst(a, b, nowMs));
  return open[0] ?? [...promises].sort((a, b) => Date.parse(b.dueAt) - Date.parse(a.dueAt))[0] ?? null;
}

/** Worst first also between two answers of the server, as clocks pass their stages on the screen. */
export function worstFirst(entries: readonly BoardEntry[], nowMs: number): readonly BoardEntry[] {
  const rank = (entry: BoardEntry) => {
    const worst = worstOf(entry.promises, nowMs);
    return { entry, worst, open: worst !== null && isOpen(stateNow(worst, nowMs)) };
  };
  return entries
    .map(rank)
    .sort((a, b) => {
      if (a.open !== b.open) return a.open ? -1 : 1;
      if (!a.worst || !b.worst) return a.worst ? -1 : b.worst ? 1 : 0;
      return worseFirst(a.worst, b.worst, nowMs);
    })
    .map(({ entry }) => entry);
}

/** Whether the words of an entry hold every word that is sought. */
export function matches(entry: BoardEntry, sought: string): boolean {
  const words = [
    entry.number,
    entry.customerName,
    entry.siteName,
    entry.equipmentName,
    entry.engineerName,
    entry.orderNumber,
    entry.description,
  ]
    .join(' ')
    .toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => words.includes(word));
}
