import { useMemo, useRef, useState } from 'react';
import { useUser } from '../../session/session.js';
import type { Draft, ReportValues } from './draft.js';
import { draftFrom, emptyDraft } from './draft.js';

/** Keeps what was typed in this browser, for this person, until the report is accepted. */
export function useDraft() {
  const { personId } = useUser();
  const place = `pledge.report-draft.${personId}`;
  const first = useMemo(() => draftFrom(localStorage.getItem(place)), [place]);
  const draft = useRef<Draft>(first);
  const [round, setRound] = useState(0);
  const write = (next: Draft) => {
    draft.current = next;
    localStorage.setItem(place, JSON.stringify(next));
  };
  return {
    first: round === 0 ? first : emptyDraft,
    round,
    keepValues: (values: ReportValues) => write({ ...draft.current, values }),
    keepUnanswered: (unanswered: Draft['unanswered']) => write({ ...draft.current, unanswered }),
    drop: () => {
      draft.current = emptyDraft;
      localStorage.removeItem(place);
      setRound((before) => before + 1);
    },
  };
}
