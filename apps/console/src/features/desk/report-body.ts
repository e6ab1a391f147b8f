import type { CallInput } from '@pledge/client';
import type { FaultBody, reportRequest } from '@pledge/contracts/http';
import { instantOf } from '../../ui/wall-time.js';
import type { ReportValues } from './draft.js';

type Body = Extract<CallInput<typeof reportRequest>['body'], { kind: FaultBody['kind'] }>;

const filled = (value: string | undefined) => (value?.trim() ? value : undefined);

/** What is sent: what was typed, times as instants, empty fields left out. The server says what is missing. */
export function bodyOf(values: ReportValues, envelopeId: string | null = null): Body {
  const receivedAt = instantOf(values.receivedAt ?? '');
  const occurredAt = instantOf(values.occurredAt ?? '');
  const phone = filled(values.reportedBy?.phone);
  const email = filled(values.reportedBy?.email);
  const location = filled(values.location);
  const cause = filled(values.cause);
  const measuresTaken = filled(values.measuresTaken);
  const body: Partial<Body> = {
    kind: 'fault',
    ...(values.channel ? { channel: values.channel } : {}),
    reportedBy: { name: values.reportedBy?.name ?? '', ...(phone ? { phone } : {}), ...(email ? { email } : {}) },
    ...(envelopeId === null ? {} : { envelopeId }),
    ...(values.customerId ? { customerId: values.customerId } : {}),
    ...(values.siteId ? { siteId: values.siteId } : {}),
    ...(values.equipmentId ? { equipmentId: values.equipmentId } : {}),
    ...(receivedAt ? { receivedAt } : {}),
    ...(occurredAt ? { occurredAt } : {}),
    description: values.description ?? '',
    ...(cause ? { cause } : {}),
    ...(values.nature ? { nature: values.nature } : {}),
    ...(values.category ? { category: values.category } : {}),
    ...(location ? { location } : {}),
    ...(values.impact ? { impact: values.impact } : {}),
    ...(measuresTaken ? { measuresTaken } : {}),
  };
  return body as Body;
}
