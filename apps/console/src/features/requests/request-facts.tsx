import type { Request } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ImpactMark, Facts, Panel, WarrantyMark } from '../../ui/primitives.js';
import { detailFactsOf } from './request-details.js';

/** Everything the report says, and how it ended. */
export function RequestFacts({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const { full, short } = useFormat();
  const { entitlement, reportedBy, confirmation, recurrenceOf, recurredAs } = request;
  const joined = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ');
  const toRequest = (other: Request['recurrenceOf']) =>
    other && (
      <Link to={`/requests/${other.id}`} className="number">
        {other.number}
      </Link>
    );
  return (
    <Panel title={t('request.report')}>
      <Facts
        facts={[
          { name: t('request.text'), value: <span className="said-text">{request.description}</span>, wide: true },
          ...detailFactsOf(request.details).map(({ name, kind, value }) => ({
            name: t(`report.detail.${name}`),
            value: kind === 'department' ? t(`department.${value}`) : value,
            wide: true,
          })),
          { name: t('field.reporter'), value: joined(reportedBy.name, reportedBy.phone, reportedBy.email), wide: true },
          { name: t('field.channel'), value: t(`channel.${request.channel}`) },
          { name: t('field.serviceLine'), value: t(`service-line.${request.serviceLine}`) },
          { name: t('field.receivedAt'), value: full(request.receivedAt) },
          { name: t('field.occurredAt'), value: request.occurredAt && full(request.occurredAt) },
          { name: t('field.site'), value: joined(request.siteName, request.siteAddress), wide: true },
          { name: t('field.location'), value: request.location, wide: true },
          {
            name: t('field.equipment'),
            value: joined(request.equipmentName, request.equipmentModel, request.serialNumber),
            wide: true,
          },
          {
            name: t('field.warranty'),
            value: entitlement.state && <WarrantyMark warranty={{ ...entitlement, state: entitlement.state }} />,
            wide: true,
          },
          { name: t('field.nature'), value: request.nature && t(`nature.${request.nature}`) },
          { name: t('field.impact'), value: request.impact && <ImpactMark impact={request.impact} /> },
          { name: t('field.cause'), value: request.cause, wide: true },
          { name: t('field.measuresTaken'), value: request.measuresTaken, wide: true },
          { name: t('request.recurrence-of'), value: toRequest(recurrenceOf) },
          { name: t('detail.recurredAs'), value: toRequest(recurredAs) },
          { name: t('detail.verdict'), value: request.verdict && t(`verdict.${request.verdict}`) },
          {
            name: t('request.confirmation'),
            value:
              confirmation &&
              joined(
                t(`confirmed.${confirmation.how}`, { by: confirmation.by, at: short(confirmation.at) }),
                confirmation.note,
              ),
            wide: true,
          },
          { name: t('field.closedAt'), value: request.closedAt && full(request.closedAt) },
        ]}
      />
    </Panel>
  );
}
