import type { Request } from '@pledge/contracts/http';

/** The fault as it is reported again, in the user's words: what is known of it already, and that this repair did not hold. */
export const againBody = (request: Request, says: string, reason: string) => ({
  kind: 'fault' as const,
  channel: 'portal' as const,
  language: request.language,
  reportedBy: request.reportedBy,
  twin: { decision: 'separate' as const, reason, recurrenceOf: request.id },
  description: `${says}\n\n${request.number}：${request.description}`.slice(0, 4000),
  ...(request.customerId !== null && { customerId: request.customerId }),
  ...(request.siteId !== null && { siteId: request.siteId }),
  ...(request.equipmentId !== null && { equipmentId: request.equipmentId }),
  ...(request.nature !== null && { nature: request.nature }),
  ...(request.category !== null && { category: request.category }),
  ...(request.location !== null && { location: request.location }),
  ...(request.impact !== null && { impact: request.impact }),
});
