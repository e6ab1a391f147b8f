import type { Service } from '@pledge/contracts';
import { services } from '@pledge/contracts';
import { deadLetterRoutes, listDemoPeople } from '@pledge/contracts/http';
import { Failed, NotFound, Skeleton, usePages } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { More } from '../../ui/data-table.js';
import { PageHead, Panel } from '../../ui/primitives.js';
import { DeadLetterCard } from './dead-letter-card.js';

/** Every service that hears others; the gateway only passes on. */
const listeners = services.filter((service) => service !== listDemoPeople.service);

export function DeadLettersPage() {
  const { t } = useTranslation();
  const may = useMay();
  if (!may(deadLetterRoutes('intake').list)) return <NotFound />;
  return (
    <div className="page">
      <PageHead title={t('dead-letters.title')}>
        <p className="lead">{t('dead-letters.lead')}</p>
      </PageHead>
      {listeners.map((service) => (
        <LettersOf key={service} service={service} />
      ))}
    </div>
  );
}

function LettersOf({ service }: { readonly service: Service }) {
  const { t } = useTranslation();
  const list = usePages(null, deadLetterRoutes(service).list, (cursor) => ({ query: { limit: 50, cursor } }));
  const letters = (list.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ state }) => state !== 'done' && state !== 'dropped',
  );
  return (
    <Panel title={t(`service.${service}`)} extra={list.data && <span className="quiet">{letters.length}</span>}>
      {list.isPending ? (
        <Skeleton count={1} />
      ) : !list.data ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : letters.length === 0 ? (
        <p className="quiet">{t('dead-letters.none')}</p>
      ) : (
        <ul className="letters">
          {letters.map((letter) => (
            <DeadLetterCard key={letter.id} service={service} letter={letter} />
          ))}
        </ul>
      )}
      <More hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </Panel>
  );
}
