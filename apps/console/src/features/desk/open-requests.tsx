import type { Category } from '@pledge/contracts';
import { listRequests } from '@pledge/contracts/http';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAsk } from '../../asking/use-ask.js';
import { useFormat } from '../../ui/use-format.js';
import { likelyJoined } from './likely-joined.js';

interface OpenRequestsProps {
  readonly siteId: string | undefined;
  readonly equipmentId: string | undefined;
  readonly category: Category | undefined;
}

/** What is open at this place already, before a second report is sent. */
export function OpenRequests({ siteId, equipmentId, category }: OpenRequestsProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const open = useAsk(null, listRequests, { query: { siteId, open: 'true', limit: 20 } }, { enabled: Boolean(siteId) });
  const items = open.data?.items ?? [];
  if (!siteId || items.length === 0) return null;
  const joins = likelyJoined(items, equipmentId, category);
  return (
    <Alert
      className="notice"
      role="status"
      type={joins ? 'warning' : 'info'}
      showIcon
      title={joins ? t('report.will-join', { number: joins.number }) : t('report.open-here', { count: items.length })}
      description={
        <ul className="open-requests">
          {items.slice(0, 5).map((item) => (
            <li key={item.id}>
              <Link to={`/requests/${item.id}`} className="number">
                {item.number}
              </Link>{' '}
              {item.description}
              <span className="quiet">
                {' '}
                {short(item.receivedAt)} · {t(`request-status.${item.status}`)}
                {item.equipmentName && ` · ${item.equipmentName}`}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
