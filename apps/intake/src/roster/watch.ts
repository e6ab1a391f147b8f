import type { EventOf } from '@pledge/contracts/events';
import { RosterGapAhead } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import type { Span, Stretch } from './stretch.js';
import { gapsIn, instantOf, ms } from './stretch.js';

/** What the seat supervisor was told of; `open` where nothing is planned after it. */
export interface Told extends Stretch {
  readonly open: boolean;
}

export interface Watch {
  readonly told: readonly Told[];
}

export interface WatchCommand {
  readonly type: 'look';
  /** Those that are not over, read under the roster's lock. */
  readonly shifts?: readonly Span[];
}

export type WatchEvent =
  | EventOf<typeof RosterGapAhead>
  | { readonly type: 'gap-noted'; readonly data: Told }
  | { readonly type: 'past-gaps-forgotten'; readonly data: { readonly before: string } };

export const rosterTimer = 'roster-look';
export const aheadMs = 72 * 3_600_000;
/** How far a gap is followed; one that reaches further is open, and is told of again when this has passed. */
const followedMs = 7 * 24 * 3_600_000;

/** Gaps of the coming days are told of before they happen, each once. */
export const watch: Decider<WatchCommand, Watch, WatchEvent> = {
  initial: { told: [] },

  decide({ shifts }, { told }, now) {
    if (shifts === undefined) throw new Error('the roster is looked at with its shifts');
    const end = instantOf(ms(now) + aheadMs + followedMs);
    const near = gapsIn({ from: now, to: end }, shifts)
      .map((gap): Told => ({ ...gap, open: gap.to === end }))
      .filter((gap) => ms(gap.from) < ms(now) + aheadMs);
    const news = near.filter((gap) => !told.some((one) => contains(one, gap)));
    return [
      ...(news.length > 0 && told.some(({ to }) => ms(to) <= ms(now))
        ? [{ type: 'past-gaps-forgotten' as const, data: { before: now } }]
        : []),
      ...news.flatMap((gap) => [
        RosterGapAhead.of({ from: gap.from, to: gap.to, at: now }),
        { type: 'gap-noted' as const, data: gap },
      ]),
    ];
  },

  evolve({ told }, event) {
    switch (event.type) {
      case 'intake.roster-gap-ahead.v1':
        return { told };
      case 'gap-noted':
        return { told: [...told, event.data] };
      case 'past-gaps-forgotten':
        return { told: told.filter(({ to }) => ms(to) > ms(event.data.before)) };
    }
  },
};

const contains = (told: Told, gap: Told): boolean =>
  ms(told.from) <= ms(gap.from) && (gap.open ? told.open && ms(gap.from) < ms(told.to) : ms(gap.to) <= ms(told.to));
