import type { CallInput } from '@pledge/client';
import type { RouteContract } from '@pledge/contracts';
import type { Request } from '@pledge/contracts/http';
import { useState } from 'react';
import { useCommand } from '../../asking/use-command.js';
import { CommandNotice } from '../../ui/command-notice.js';

export interface StepProps {
  readonly request: Request;
  /** The step is taken. */
  readonly onDone: () => void;
}

/** One step of a request: sent with the version on the screen, and what changed is shown where that was not the last one. */
export function useRequestCommand<R extends RouteContract>(route: R, request: Request, onDone?: () => void) {
  const [seen, setSeen] = useState(request);
  const command = useCommand(route, onDone ? { onDone } : {});
  return {
    busy: command.isPending,
    notice: <CommandNotice error={command.error} seen={seen} now={request} />,
    run: (input: CallInput<R>, onError?: (error: Error) => void) => {
      setSeen(request);
      command.mutate({ input, ifMatch: request.version }, onError && { onError });
    },
  };
}
