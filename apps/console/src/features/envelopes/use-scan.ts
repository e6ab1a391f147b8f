import type { CallInput } from '@pledge/client';
import type { Envelope } from '@pledge/contracts/http';
import { registerEnvelope, uploadAttachment } from '@pledge/contracts/http';
import type { Intent } from '@pledge/ui/commands';
import { intentFor } from '@pledge/ui/commands';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { send } from '../../api/client.js';

interface Scan {
  readonly pages: readonly File[];
  readonly about: Omit<CallInput<typeof registerEnvelope>['body'], 'attachmentIds'>;
}

/** Stores the pages one by one, then the envelope; tried again, it goes on where it stopped and stores nothing twice. */
export function useScan(onDone: (envelope: Envelope) => void) {
  const queries = useQueryClient();
  const keys = useRef(new Map<File, string>());
  const stored = useRef(new Map<File, string>());
  const unanswered = useRef<Intent | null>(null);
  const [count, setCount] = useState(0);
  const scan = useMutation<Envelope, Error, Scan>({
    mutationFn: async ({ pages, about }) => {
      const attachmentIds: string[] = [];
      for (const page of pages) {
        attachmentIds.push(stored.current.get(page) ?? (await store(page)));
        setCount(attachmentIds.length);
      }
      const body = { ...about, attachmentIds };
      unanswered.current = intentFor({ input: body }, unanswered.current, () => crypto.randomUUID());
      return send(registerEnvelope, { body }, { idempotencyKey: unanswered.current.key });
    },
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['live'] }),
  });
  const store = async (page: File): Promise<string> => {
    const idempotencyKey = keys.current.get(page) ?? crypto.randomUUID();
    keys.current.set(page, idempotencyKey);
    const { id } = await send(uploadAttachment, {}, { idempotencyKey, file: { content: page, name: page.name } });
    stored.current.set(page, id);
    return id;
  };
  return { scan, count };
}
