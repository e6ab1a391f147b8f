import type { CallInput } from '@pledge/client';
import type { ReplyOf, RouteContract } from '@pledge/contracts';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useKit } from '../kit.js';

interface ApiQueryOptions {
  readonly enabled?: boolean;
  /** Go on showing the last answer while a question that differs is asked. */
  readonly keep?: boolean;
  readonly staleTime?: number;
  /** Asked again this often, for what no live update tells of. */
  readonly againMs?: number;
}

/** `about` is the request a live update must name to make this stale; `null`: any may concern it; `still`: none does. */
export type About = string | null;

export const keyOf = (about: About, route: RouteContract, input: unknown) =>
  [about === 'still' ? 'still' : 'live', about, `${route.service}/${route.name}`, input] as const;

/** Asks one route, and again when a live update says that something changed. */
export function useApiQuery<R extends RouteContract>(
  about: About,
  route: R,
  input: CallInput<R>,
  { enabled = true, keep = false, staleTime, againMs }: ApiQueryOptions = {},
) {
  const { send } = useKit();
  return useQuery<ReplyOf<R>>({
    queryKey: keyOf(about, route, input),
    queryFn: ({ signal }) => send(route, input, { signal }),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(staleTime === undefined ? {} : { staleTime }),
    ...(againMs === undefined ? {} : { refetchInterval: againMs }),
  });
}

interface Page {
  readonly nextCursor: string | null;
}

/** Asks a list page by page; `inputAt` gives what is asked from a cursor on. */
export function usePages<R extends RouteContract>(
  about: About,
  route: R,
  inputAt: (cursor: string | undefined) => CallInput<R>,
  { enabled = true }: { readonly enabled?: boolean } = {},
) {
  const { send } = useKit();
  return useInfiniteQuery({
    queryKey: keyOf(about, route, inputAt(undefined)),
    queryFn: ({ pageParam, signal }): Promise<ReplyOf<R>> => send(route, inputAt(pageParam), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as Page).nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
}
