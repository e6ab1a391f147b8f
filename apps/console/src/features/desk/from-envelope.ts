import type { Envelope } from '@pledge/contracts/http';
import { wallOf } from '@pledge/ui/time';
import type { Draft } from './draft.js';

/** What an envelope tells already, so that nobody types it again. */
export function beginningOf({ id, channel, from, found, text, call, receivedAt }: Envelope): Partial<Draft> {
  const { customerId, siteId, equipmentId } = found;
  return {
    envelopeId: id,
    title: [found.customerName, from.name ?? from.phone ?? from.email].filter(Boolean).join(' · '),
    values: {
      channel,
      ...(channel === 'suggestion-box' ? { kind: 'suggestion' } : {}),
      reportedBy: { name: from.name ?? undefined, phone: from.phone ?? undefined, email: from.email ?? undefined },
      ...(customerId === null ? {} : { customerId }),
      ...(siteId === null ? {} : { siteId }),
      ...(equipmentId === null ? {} : { equipmentId }),
      ...(text === '' ? {} : { description: text.slice(0, 4000) }),
      ...(call ? {} : { receivedAt: wallOf(Date.parse(receivedAt)) }),
    },
  };
}
