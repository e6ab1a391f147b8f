import type { CallInput } from '@pledge/client';
import type { RouteContract } from '@pledge/contracts';
import type { Request } from '@pledge/contracts/http';
import { getRequest } from '@pledge/contracts/http';
import { CommandNotice, keyOf, useCommand } from '@pledge/ui';
import { isUnanswered } from '@pledge/ui/commands';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

export interface StepProps {
  readonly request: Request;
  /** The step is taken. */
  readonly onDone: () => void;
}

/** One step of a request: sent with the version on the screen, and what changed is shown where that was not the last one. */
export function useRequestCommand<R extends RouteContract>(route: R, request: Request, onDone?: () => void) {
  const [seen, setSeen] = useState(request);
  const queries = useQueryClient();
  const command = useCommand(route, {
    onDone: (reply) => {
      // The next step is taken on what this one left behind, not on what was there before it.
      queries.setQueryData(keyOf(request.id, getRequest, { params: { requestId: request.id } }), reply);
      onDone?.();
    },
  });
  return {
    busy: command.isPending,
    notice: <CommandNotice error={command.error} seen={seen} now={request} />,
    run: (input: CallInput<R>, onError?: (error: Error) => void) => {
      // A repetition is sent with the version that was seen first.
      if (!isUnanswered(command.error)) setSeen(request);
      command.mutate({ input, ifMatch: request.version }, onError && { onError });
    },
  };
}
