import type { LiveState } from '@pledge/client';
import { live } from '@pledge/client';
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Often enough to be within the second, seldom enough that a burst of events is one question. */
const gatherMs = 350;

function concerns(key: readonly unknown[], requestIds: ReadonlySet<string> | 'all'): boolean {
  if (key[0] !== 'live') return false;
  const about = key[1];
  return requestIds === 'all' || about === null || (typeof about === 'string' && requestIds.has(about));
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

/** For whom the stream is closed, everything on the screen is asked for again this often. */
const askAgainMs = 10_000;

/**
 * Keeps what is shown true: what a live update names is asked for again, and everything after a gap. The stream is for
 * staff; others ask again from time to time.
 */
export function useLive(streams: boolean): LinkState {
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
    if (!streams) {
      const timer = setInterval(() => gather.add(null), askAgainMs);
      return () => {
        clearInterval(timer);
        gather.stop();
      };
    }
    const stop = live({
      onState: setState,
      onUpdate: ({ requestId }) => gather.add(requestId),
      onResync: () => gather.add(null),
    });
    return () => {
      stop();
      gather.stop();
    };
  }, [queries, streams]);

  if (!online) return 'offline';
  return streams ? state : 'connected';
}
