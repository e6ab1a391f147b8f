import { changeShift } from '@pledge/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { send } from '../../asking/client.js';
import type { Change } from './changes.js';

/** Changes shifts one after another; what was done is not done again when the rest is tried again. */
export function useChanges(onDone: () => void) {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const done = useRef(new Set<string>());
  return useMutation<void, Error, readonly Change[]>({
    mutationFn: async (changes) => {
      for (const { shiftId, version, body } of changes) {
        const said = JSON.stringify([shiftId, body]);
        if (done.current.has(said)) continue;
        const idempotencyKey = keys.current.get(said) ?? crypto.randomUUID();
        keys.current.set(said, idempotencyKey);
        await send(changeShift, { params: { shiftId }, body }, { ifMatch: version, idempotencyKey });
        done.current.add(said);
      }
    },
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['live'] }),
  });
}
