import { Problem } from '@pledge/client';
import { dropDraft, keepDraft, listDrafts } from '@pledge/contracts/http';
import { useApiQuery } from '@pledge/ui';
import { serverNow } from '@pledge/ui/time';
import { useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../api/client.js';
import { useUser } from '../../session/session.js';
import type { Draft } from './draft.js';
import { draftFrom, draftOf, isBegun, newDraft, newestOf } from './draft.js';

/** After the last key, so that a crash costs less than a word. */
const restMs = 400;
const againMs = 4_000;

export type Keeping = 'kept' | 'keeping' | 'here-only';

function localDrafts(place: string): Draft[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(place))
    .map((key) => draftFrom(localStorage.getItem(key)))
    .filter((draft) => draft !== null);
}

/**
 * The forms of this person that are not sent yet. What is typed is in this browser at once and on the server a moment later;
 * the browser forgets it when the server has it.
 */
export function useDrafts() {
  const { personId } = useUser();
  const place = `pledge.draft.${personId}.`;
  const kept = useApiQuery('still', listDrafts, {}, { staleTime: Infinity });
  const begin = useMemo(
    () => kept.data && newestOf(kept.data.items.map(draftOf), localDrafts(place)),
    [kept.data, place],
  );
  const [changed, setChanged] = useState<readonly Draft[] | null>(null);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const drafts = changed ?? begin ?? [];
  const latest = useRef(new Map<string, Draft>());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    latest.current = new Map(drafts.map((draft) => [draft.draftId, draft]));
  });

  const save = async (draftId: string): Promise<void> => {
    timers.current.delete(draftId);
    const draft = latest.current.get(draftId);
    if (!draft || !isBegun(draft)) return;
    const { title, envelopeId, values, unanswered, undone, savedAt } = draft;
    setKeeping('keeping');
    try {
      await call(keepDraft, {
        params: { draftId },
        body: { title, envelopeId, data: { values, unanswered, undone }, savedAt },
      });
      if (latest.current.get(draftId)?.savedAt === savedAt) localStorage.removeItem(place + draftId);
      setKeeping('kept');
    } catch (error) {
      const gone = error instanceof Problem && error.status < 500;
      setKeeping('here-only');
      if (!gone) wait(draftId, againMs);
    }
  };
  const wait = (draftId: string, ms: number) => {
    clearTimeout(timers.current.get(draftId));
    timers.current.set(
      draftId,
      setTimeout(() => void save(draftId), ms),
    );
  };
  const put = (draft: Draft) => {
    const known = latest.current.has(draft.draftId);
    latest.current.set(draft.draftId, draft);
    setChanged((before) => {
      const list = before ?? drafts;
      return known ? list.map((one) => (one.draftId === draft.draftId ? draft : one)) : [draft, ...list];
    });
  };
  const change = (draftId: string, more: Partial<Omit<Draft, 'draftId' | 'savedAt'>>) => {
    const before = latest.current.get(draftId);
    if (!before) return;
    const draft = { ...before, ...more, savedAt: new Date(serverNow()).toISOString() };
    put(draft);
    localStorage.setItem(place + draftId, JSON.stringify(draft));
    wait(draftId, restMs);
  };

  return {
    query: kept,
    drafts,
    keeping,
    change,
    open: (first: Partial<Draft> = {}): Draft => {
      const draft = newDraft(crypto.randomUUID(), new Date(serverNow()).toISOString(), first);
      put(draft);
      if (isBegun(draft)) wait(draft.draftId, 0);
      return draft;
    },
    /** Forgets what was typed; where the server cannot be told, it will be there again. */
    drop: (draftId: string): void => {
      clearTimeout(timers.current.get(draftId));
      const begun = isBegun(latest.current.get(draftId) ?? newDraft('', ''));
      latest.current.delete(draftId);
      localStorage.removeItem(place + draftId);
      setChanged((before) => (before ?? drafts).filter((one) => one.draftId !== draftId));
      if (begun) void call(dropDraft, { params: { draftId } }).catch(() => undefined);
    },
  };
}
