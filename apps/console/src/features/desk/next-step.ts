import type { RequestKind } from '@pledge/contracts';
import { instantOf, wallOf } from '@pledge/ui/time';
import type { ReportValues } from './draft.js';
import type { NextStep } from './first-step.js';
import { kindOf } from './kinds.js';

/** What is done with an enquiry at once: answered while the caller listens, given to who can answer, or neither. */
export type Way = 'later' | 'answer' | 'refer' | 'hand-over';

/** A fault goes to dispatch by itself; a complaint or a suggestion goes to supervision, a question to whoever can answer it. */
export function waysOf(kind: RequestKind): readonly Way[] {
  if (kind === 'fault') return [];
  return ['later', 'answer', kind === 'complaint' || kind === 'suggestion' ? 'hand-over' : 'refer'];
}

export function wayOf(values: ReportValues): Way {
  const way = values.outcome?.way ?? 'later';
  return waysOf(kindOf(values)).includes(way) ? way : 'later';
}

const viaOf = ({ channel }: ReportValues) =>
  channel === 'hotline' || channel === 'night-hotline'
    ? ({ via: 'phone' } as const)
    : channel === 'on-site'
      ? ({ via: 'on-site' } as const)
      : {};

/** What is sent after the report was accepted; `null` where nothing is to be done yet. */
export function stepOf(values: ReportValues): NextStep | null {
  const { text = '', sources = [], department, reason = '', toldBy = '', handled } = values.outcome ?? {};
  switch (wayOf(values)) {
    case 'later':
      return null;
    case 'answer': {
      const named = sources.map(({ articleId }) => articleId);
      return { type: 'answer', body: { text, ...viaOf(values), ...(named.length > 0 && { sources: named }) } };
    }
    case 'refer': {
      const question = values.description ?? '';
      return {
        type: 'refer',
        body: { ...(department && { department }), question, reason, toldBy: instantOf(toldBy) ?? toldBy },
      };
    }
    case 'hand-over':
      return { type: 'hand-over', body: handled?.trim() ? { handled } : {} };
  }
}

const aDayMs = 24 * 3_600_000;

/** What a caller is told where nothing else is said: a department answers within one working day. */
export const usualToldBy = (nowMs: number): string => `${wallOf(nowMs + aDayMs).slice(0, 10)}T17:00`;
