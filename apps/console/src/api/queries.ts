import { Problem } from '@pledge/client';
import { QueryCache, QueryClient } from '@tanstack/react-query';

/** Refusals are answers; only what got none, or a failure of the server, is asked again. */
const worthAsking = (count: number, error: Error) =>
  count < 2 && !(error instanceof Problem && error.status < 500) && navigator.onLine;

export const queriesOf = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof Problem && error.status === 401) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        retry: worthAsking,
        retryDelay: (attempt) => 400 * 2 ** attempt,
        staleTime: 5_000,
        // Without a line a question fails at once and says so, where it would wait without a word.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
