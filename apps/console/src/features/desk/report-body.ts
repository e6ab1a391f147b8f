import type { CallInput } from '@pledge/client';
import type { EnquiryKind } from '@pledge/contracts';
import type { reportRequest } from '@pledge/contracts/http';
import { instantOf } from '@pledge/ui/time';
import type { ReportValues } from './draft.js';
import { detailsAsked, kindOf, subjectOf } from './kinds.js';
import { decisionOf } from './twin-choice.js';

type Body = CallInput<typeof reportRequest>['body'];

const filled = (value: string | undefined) => (value?.trim() ? value : undefined);

/** Leaves out what was left empty, so that the server says what is missing. */
const only = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

/** What is sent: what was typed for this kind, times as instants, empty fields left out; with what was decided about a twin. */
export function bodyOf(values: ReportValues, envelopeId: string | null = null, choice = 'rule'): Body {
  const kind = kindOf(values);
  const { channel, customerId, siteId, equipmentId, reportedBy, category, description = '' } = values;
  const told = {
    kind,
    channel,
    reportedBy: {
      name: reportedBy?.name ?? '',
      ...only({ phone: filled(reportedBy?.phone), email: filled(reportedBy?.email) }),
    },
    ...only({ envelopeId, receivedAt: instantOf(values.receivedAt ?? '') }),
    ...only({
      customerId: customerId || undefined,
      siteId: siteId || undefined,
      equipmentId: equipmentId || undefined,
    }),
    description,
    ...only({ category, twin: decisionOf(choice, values.twin?.reason) }),
  };
  return (kind === 'fault' ? { ...told, ...faultOf(values) } : { ...told, ...enquiryOf(kind, values) }) as Body;
}

const faultOf = ({ occurredAt, cause, nature, location, impact, measuresTaken }: ReportValues) =>
  only({
    occurredAt: instantOf(occurredAt ?? ''),
    cause: filled(cause),
    nature,
    location: filled(location),
    impact,
    measuresTaken: filled(measuresTaken),
  });

const enquiryOf = (kind: EnquiryKind, values: ReportValues) => ({
  subject: subjectOf(values),
  ...only({ serviceLine: values.serviceLine }),
  details: {
    kind,
    ...only(Object.fromEntries(detailsAsked[kind].map((name) => [name, filled(values.details?.[name])]))),
  },
});
