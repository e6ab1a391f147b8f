import type { ReplyOf, RouteContract } from '@pledge/contracts';
import type { Progress } from '@pledge/contracts/http';
import { useCommand } from '@pledge/ui';
import { useQueryClient } from '@tanstack/react-query';

export const progressKey = (publicToken: string) => ['progress', publicToken] as const;

/** What whoever holds the link tells us; the answer is the page as it is then. */
export function useTold<R extends RouteContract>(route: R, publicToken: string, onDone?: () => void) {
  const queries = useQueryClient();
  return useCommand(route, {
    onDone: (reply: ReplyOf<R>) => {
      queries.setQueryData<Progress>(progressKey(publicToken), reply as Progress);
      onDone?.();
    },
  });
}
