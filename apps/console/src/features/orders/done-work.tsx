import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { Order } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Facts, Panel } from '../../ui/primitives.js';

/** What was done on site: conduct, measures, parts, signature. */
export function DoneWork({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { full } = useFormat();
  const { conduct, measures, signature, arrivedAt } = order;
  if (!conduct && !measures) return null;
  return (
    <Panel title={t('order.work')}>
      <Facts
        facts={[
          { name: t('field.arrivedAt'), value: arrivedAt && full(arrivedAt) },
          { name: t('order.conduct'), value: conduct && <ConductMarks conduct={conduct} /> },
          { name: t('field.measures'), value: measures?.content, wide: true },
          { name: t('field.completedAt'), value: measures && full(measures.completedAt) },
          {
            name: t('field.siteCleaned'),
            value: measures && t(measures.siteCleaned ? 'answer.yes' : 'answer.no'),
          },
          {
            name: t('field.partsUsed'),
            value: measures?.partsUsed
              .map(({ name, partId, quantity }) => `${name ?? partId} × ${quantity}`)
              .join(t('punctuation.comma')),
            wide: true,
          },
          { name: t('field.signedBy'), value: signature?.signedBy },
          { name: t('field.signedAt'), value: signature && full(signature.signedAt) },
          { name: t('field.closedBy'), value: order.closedBy?.name },
          { name: t('field.closedAt'), value: order.closedAt && full(order.closedAt) },
        ]}
      />
    </Panel>
  );
}

function ConductMarks({ conduct }: { readonly conduct: NonNullable<Order['conduct']> }) {
  const { t } = useTranslation();
  return (
    <span className="conduct">
      {(['badge', 'tidyDress', 'shoeCovers'] as const).map((duty) => (
        <span key={duty} className={conduct[duty] ? 'good-text' : 'bad-text'}>
          {conduct[duty] ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />} {t(`conduct.${duty}`)}
          <span className="unseen"> {t(conduct[duty] ? 'answer.yes' : 'answer.no')}</span>
        </span>
      ))}
    </span>
  );
}
