import type { Envelope } from '@pledge/contracts/http';
import { getEnvelope } from '@pledge/contracts/http';
import { useApiQuery } from '@pledge/ui';
import { useEffect, useRef } from 'react';

/** The envelope that the address asks for, handed over once. */
export function useEnvelopeToOpen(envelopeId: string | null, onFound: (envelope: Envelope) => void) {
  const envelope = useApiQuery(
    'still',
    getEnvelope,
    { params: { envelopeId: envelopeId ?? '' } },
    { enabled: envelopeId !== null },
  );
  const opened = useRef<string | null>(null);
  const found = envelopeId === null ? undefined : envelope.data;
  useEffect(() => {
    if (!found || opened.current === found.id) return;
    opened.current = found.id;
    onFound(found);
  }, [found, onFound]);
  return { error: envelopeId === null ? null : envelope.error, again: () => void envelope.refetch() };
}
