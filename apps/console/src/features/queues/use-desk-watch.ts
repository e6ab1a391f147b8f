import type { ReplyOf } from '@pledge/contracts';
import { listLooking } from '@pledge/contracts/http';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '../../api/client.js';
import { rowKey } from './bulk.js';

const askAgainMs = 1_000;

type Looker = ReplyOf<typeof listLooking>['items'][number]['by'];

/** Who of the others has which line open; and asks the queues anew within a second of anything that was done. */
export function useDeskWatch(): ReadonlyMap<string, readonly Looker[]> {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['still', 'desk-watch'],
    queryFn: () => call(listLooking),
    refetchInterval: askAgainMs,
  });
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    if (seen.current !== null && seen.current !== data.newest)
      void queries.invalidateQueries({ queryKey: ['live', null] });
    seen.current = data.newest;
  }, [data, queries]);
  const by = new Map<string, Looker[]>();
  for (const item of data?.items ?? []) {
    const key = rowKey({ type: item.subject, id: item.subjectId });
    by.set(key, [...(by.get(key) ?? []), item.by]);
  }
  return by;
}
