import type { Order } from '@pledge/contracts/http';
import { Tag, useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Facts, Panel } from '../../ui/primitives.js';

export function OrderFacts({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { full } = useFormat();
  const equipment = [order.equipmentName, order.equipmentModel, order.serialNumber].filter(Boolean).join(' · ');
  return (
    <Panel title={t('order.facts')}>
      <Facts
        facts={[
          { name: t('field.arriveBy'), value: order.arriveBy && full(order.arriveBy) },
          { name: t('field.resolveBy'), value: order.resolveBy && full(order.resolveBy) },
          { name: t('field.engineer'), value: order.engineer && `${order.engineer.name} ${order.engineer.phone}` },
          { name: t('field.assignedBy'), value: order.assignedBy?.name },
          { name: t('field.expectedArrivalAt'), value: order.expectedArrivalAt && full(order.expectedArrivalAt) },
          { name: t('field.site'), value: `${order.siteName}, ${order.siteAddress}`, wide: true },
          { name: t('field.location'), value: order.location, wide: true },
          { name: t('field.equipment'), value: equipment, wide: true },
          {
            name: t('field.reporter'),
            value: [order.reportedBy.name, order.reportedBy.phone].filter(Boolean).join(' '),
          },
          { name: t('field.reportedAt'), value: full(order.reportedAt) },
          {
            name: t('field.warranty'),
            value: order.warranty.state !== null && (
              <Tag tone={order.warranty.chargeable ? 'warn' : 'good'}>
                {t(`warranty.${order.warranty.state}`)}
                {order.warranty.chargeable ? ` · ${t('warranty.chargeable')}` : ''}
              </Tag>
            ),
          },
          { name: t('field.category'), value: t(`category.${order.category}`) },
          { name: t('field.nature'), value: t(`nature.${order.nature}`) },
          { name: t('field.cause'), value: order.cause, wide: true },
          { name: t('field.measuresTaken'), value: order.measuresTaken, wide: true },
          { name: t('field.toolsToCarry'), value: order.toolsToCarry.join(t('punctuation.comma')), wide: true },
        ]}
      />
    </Panel>
  );
}
