import type { LiveState } from '@pledge/client';
import { live } from '@pledge/client';
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Often enough to be within the second, seldom enough that a burst of events is one question. */
const gatherMs = 350;

function concerns(key: readonly unknown[], requestIds: ReadonlySet<string> | 'all'): boolean {
  if (key[0] !== 'live') return false;
  return requestIds === 'all' || key[1] === null || requestIds.has(String(key[1]));
}

function gathering(queries: QueryClient) {
  let waiting: Set<string> | 'all' = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    const requestIds = waiting;
    waiting = new Set();
    timer = undefined;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, requestIds) });
  };
  return {
    add(requestId: string | null) {
      if (requestId === null) waiting = 'all';
      else if (waiting !== 'all') waiting.add(requestId);
      timer ??= setTimeout(flush, gatherMs);
    },
    stop: () => clearTimeout(timer),
  };
}

export type LinkState = LiveState | 'offline';

/** Keeps what is shown true: what a live update names is asked for again, and everything after a gap. */
export function useLive(): LinkState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const [online, setOnline] = useState(navigator.onLine);

  useEffect(() => {
    const changed = () => setOnline(navigator.onLine);
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    return () => {
      window.removeEventListener('online', changed);
      window.removeEventListener('offline', changed);
    };
  }, []);

  useEffect(() => {
    const gather = gathering(queries);
    const stop = live({
      onState: setState,
      onUpdate: ({ requestId }) => gather.add(requestId),
      onResync: () => gather.add(null),
    });
    return () => {
      stop();
      gather.stop();
    };
  }, [queries]);

  return online ? state : 'offline';
}
