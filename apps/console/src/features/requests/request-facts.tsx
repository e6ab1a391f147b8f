import type { Request } from '@pledge/contracts/http';
import { useTranslation } from 'react-i18next';
import { Facts, Panel, WarrantyMark } from '../../ui/pieces.js';
import { useFormat } from '../../ui/use-format.js';

export function RequestFacts({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const { full } = useFormat();
  const { entitlement } = request;
  const equipment = [request.equipmentName, request.equipmentModel, request.serialNumber].filter(Boolean).join(' · ');
  return (
    <Panel title={t('request.report')}>
      <Facts
        facts={[
          {
            name: t('field.reporter'),
            value: [request.reportedBy.name, request.reportedBy.phone, request.reportedBy.email]
              .filter(Boolean)
              .join(' '),
            wide: true,
          },
          { name: t('field.channel'), value: t(`channel.${request.channel}`) },
          { name: t('field.receivedAt'), value: full(request.receivedAt) },
          { name: t('field.occurredAt'), value: request.occurredAt && full(request.occurredAt) },
          {
            name: t('field.site'),
            value: [request.siteName, request.siteAddress].filter(Boolean).join(' · '),
            wide: true,
          },
          { name: t('field.location'), value: request.location, wide: true },
          { name: t('field.equipment'), value: equipment, wide: true },
          {
            name: t('field.warranty'),
            value: entitlement.state && <WarrantyMark warranty={{ ...entitlement, state: entitlement.state }} />,
            wide: true,
          },
          { name: t('field.nature'), value: request.nature && t(`nature.${request.nature}`) },
          { name: t('field.cause'), value: request.cause, wide: true },
          { name: t('field.measuresTaken'), value: request.measuresTaken, wide: true },
        ]}
      />
    </Panel>
  );
}
