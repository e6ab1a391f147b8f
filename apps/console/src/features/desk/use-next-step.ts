import type { Receipt } from '@pledge/contracts/http';
import { handOverMatter, referQuestion, respondToRequest } from '@pledge/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../api/client.js';
import type { NextStep } from './first-step.js';

interface Taking {
  readonly receipt: Receipt;
  readonly step: NextStep;
}

/** One request takes its first step once: tried again under the same key, it is the same step. */
async function take({ receipt: { id }, step }: Taking): Promise<void> {
  const params = { requestId: id };
  const options = { idempotencyKey: id };
  switch (step.type) {
    case 'answer':
      await send(respondToRequest, { params, body: step.body }, options);
      return;
    case 'refer':
      await send(referQuestion, { params, body: step.body }, options);
      return;
    case 'hand-over':
      await send(handOverMatter, { params, body: step.body }, options);
  }
}

export function useNextStep() {
  const queries = useQueryClient();
  return useMutation<void, Error, Taking>({
    mutationFn: take,
    onSettled: () => queries.invalidateQueries({ queryKey: ['live'] }),
  });
}
