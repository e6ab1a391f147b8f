import type { CustomerCard } from '@pledge/contracts/http';
import { getCustomerCard } from '@pledge/contracts/http';
import { Failed, Skeleton, Tag, useApiQuery, useFormat } from '@pledge/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts, Panel } from '../../ui/primitives.js';
import { EquipmentPanel } from './equipment-panel.js';

interface CustomerPanelProps {
  readonly customerId: string;
  readonly siteId: string | undefined;
  readonly onContact: (contact: { readonly name: string; readonly phone: string }) => void;
  readonly onSite: (siteId: string) => void;
  readonly onEquipment: (siteId: string, equipmentId: string) => void;
}

/** Everything we have of the customer on the line; one click puts it into the form. */
export function CustomerPanel({ customerId, siteId, onContact, onSite, onEquipment }: CustomerPanelProps) {
  const { t } = useTranslation();
  const { span } = useFormat();
  const card = useApiQuery(null, getCustomerCard, { params: { customerId } });
  if (card.isPending) return <Skeleton count={5} />;
  if (!card.data) return <Failed error={card.error} onRetry={() => void card.refetch()} />;
  const { name, code, industry, maintainer, terms, contacts, sites, open, past } = card.data;
  const within = (minutes: number) => span(minutes * 60_000);
  return (
    <>
      <Panel title={name} extra={<span className="quiet">{[code, industry].filter(Boolean).join(' · ')}</span>}>
        <Facts
          facts={[
            { name: t('promise.respond'), value: within(terms.respondMinutes) },
            { name: t('promise.arrive'), value: within(terms.arriveMinutes) },
            { name: t('promise.resolve'), value: within(terms.resolveMinutes) },
            { name: t('desk.maintainer'), value: maintainer?.name },
          ]}
        />
        <h3 className="card-head">{t('report.contacts')}</h3>
        <p className="contacts">
          {contacts.map((contact) => (
            <Button key={contact.id} size="small" onClick={() => onContact(contact)}>
              {contact.name} {contact.phone} {contact.duty}
            </Button>
          ))}
          {contacts.length === 0 && <span className="quiet">{t('desk.no-contacts')}</span>}
        </p>
        <h3 className="card-head">{t('desk.sites', { count: sites.length })}</h3>
        <ul className="card-list">
          {sites.map((site) => (
            <li key={site.id}>
              <button type="button" className="pick" aria-pressed={site.id === siteId} onClick={() => onSite(site.id)}>
                <strong>{site.name}</strong> <span className="quiet">{site.address}</span>
                {site.openCount > 0 && <Tag tone="warn">{t('desk.open-count', { count: site.openCount })}</Tag>}
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      <RequestLines title={t('desk.open', { count: open.length })} none={t('desk.no-open')} lines={open} />
      <EquipmentPanel customerId={customerId} siteId={siteId} onEquipment={onEquipment} />
      <RequestLines title={t('desk.past')} none={t('desk.no-past')} lines={past} />
    </>
  );
}

function RequestLines({ title, none, lines }: Readonly<{ title: string; none: string; lines: CustomerCard['open'] }>) {
  const { t } = useTranslation();
  const { short } = useFormat();
  return (
    <Panel title={title}>
      {lines.length === 0 && <p className="quiet">{none}</p>}
      <ul className="card-list scroll" tabIndex={lines.length > 4 ? 0 : undefined} aria-label={title}>
        {lines.map((line) => (
          <li key={line.id}>
            <Link to={`/requests/${line.id}`} className="number">
              {line.number}
            </Link>{' '}
            {line.title}
            <span className="quiet under">
              {short(line.receivedAt)} · {t(`request-status.${line.status}`)}
              {line.dueAt && ` · ${t('clock.due', { at: short(line.dueAt) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
