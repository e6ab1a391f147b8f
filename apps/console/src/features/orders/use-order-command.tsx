import type { CallInput } from '@pledge/client';
import type { ReplyOf, RouteContract } from '@pledge/contracts';
import type { Order } from '@pledge/contracts/http';
import { CommandNotice, useCommand } from '@pledge/ui';
import { isUnanswered } from '@pledge/ui/commands';
import { useState } from 'react';

/** One step of an order: sent with the version on the screen, and what changed is shown where that was not the last one. */
export function useOrderCommand<R extends RouteContract>(route: R, order: Order, onDone?: (reply: ReplyOf<R>) => void) {
  const [seen, setSeen] = useState(order);
  const command = useCommand(route, onDone ? { onDone } : {});
  return {
    busy: command.isPending,
    notice: <CommandNotice error={command.error} seen={seen} now={order} />,
    run: (input: CallInput<R>) => {
      // A repetition is sent with the version that was seen first.
      if (!isUnanswered(command.error)) setSeen(order);
      command.mutate({ input, ifMatch: order.version });
    },
  };
}
