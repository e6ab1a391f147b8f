import type { Request } from '@pledge/contracts/http';

type Disputed = NonNullable<Request['disputed']>;

/** The fault as it is reported again: what is known of it already, in the user's words, from when they said so. */
export const againBody = (request: Request, { at }: Pick<Disputed, 'at'>, says: string) => ({
  kind: 'fault' as const,
  channel: 'portal' as const,
  language: request.language,
  reportedBy: request.reportedBy,
  receivedAt: at,
  description: `${says}\n\n${request.number}：${request.description}`.slice(0, 4000),
  ...(request.customerId !== null && { customerId: request.customerId }),
  ...(request.siteId !== null && { siteId: request.siteId }),
  ...(request.equipmentId !== null && { equipmentId: request.equipmentId }),
  ...(request.nature !== null && { nature: request.nature }),
  ...(request.category !== null && { category: request.category }),
  ...(request.location !== null && { location: request.location }),
  ...(request.impact !== null && { impact: request.impact }),
});
