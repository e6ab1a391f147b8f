import type { TimelineEntry } from '@pledge/contracts/http';
import { getTimeline } from '@pledge/contracts/http';
import { Failed, Skeleton, useApiQuery, useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { eventWord } from '../../ui/event-word.js';
import { DepartmentMark, Panel } from '../../ui/primitives.js';
import type { Detail } from './timeline-details.js';
import { detailsOf } from './timeline-details.js';

/** What all departments did, newest first. */
export function TimelinePanel({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const timeline = useApiQuery(requestId, getTimeline, { params: { requestId } });
  return (
    <Panel title={t('request.timeline')}>
      {timeline.isPending ? (
        <Skeleton />
      ) : !timeline.data ? (
        <Failed error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : (
        <ol className="timeline">
          {[...timeline.data.items].reverse().map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { t, i18n } = useTranslation();
  const { full } = useFormat();
  const word = eventWord(entry.type);
  const promise = typeof entry.detail['promise'] === 'string' ? t(`promise.${entry.detail['promise']}`) : '';
  return (
    <li className={`entry ${entry.department}`}>
      <p className="entry-head">
        <time>{full(entry.at)}</time>
        <DepartmentMark department={entry.department} />
        {entry.by !== null && <span className="quiet">{entry.by}</span>}
      </p>
      <p className="entry-what">{i18n.exists(word) ? t(word, { promise }) : entry.type}</p>
      <DetailLines details={detailsOf(entry.detail)} />
    </li>
  );
}

function DetailLines({ details }: { readonly details: readonly Detail[] }) {
  const { t } = useTranslation();
  const { full } = useFormat();
  const valueOf = (detail: Detail): string => {
    switch (detail.kind) {
      case 'time':
        return full(detail.value);
      case 'department':
        return t(`department.${detail.value}`);
      case 'reason':
        return t(`pause-reason.${detail.value}`);
      case 'code':
        return t(detail.value);
      case 'list':
        return detail.values.join(t('punctuation.comma'));
      case 'text':
        return detail.value;
    }
  };
  if (details.length === 0) return null;
  return (
    <dl className="entry-details">
      {details.map((detail) => (
        <div key={detail.name}>
          <dt>{t(`detail.${detail.name}`)}</dt>
          <dd>{valueOf(detail)}</dd>
        </div>
      ))}
    </dl>
  );
}
