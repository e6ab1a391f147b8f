import type { Request } from '@pledge/contracts/http';
import { getRequest } from '@pledge/contracts/http';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAsk } from '../../asking/use-ask.js';
import { DepartmentMark, ImpactMark, PageHead, Panel, Tag } from '../../ui/pieces.js';
import { Failed, PageSkeleton } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';
import { useNow } from '../../ui/use-now.js';
import { ConversationPanel } from './conversation-panel.js';
import { HoldersPanel } from './holders-panel.js';
import { MessagesPanel } from './messages-panel.js';
import { PromisesPanel } from './promises-panel.js';
import { RequestFacts } from './request-facts.js';
import { RespondPanel } from './respond-panel.js';
import { TimelinePanel } from './timeline-panel.js';

export function RequestPage() {
  const { requestId = '' } = useParams();
  const request = useAsk(requestId, getRequest, { params: { requestId } });
  if (request.isPending) return <PageSkeleton />;
  if (!request.data) return <Failed error={request.error} onRetry={() => void request.refetch()} />;
  return <RequestView request={request.data} />;
}

function Holder({ holder }: { readonly holder: NonNullable<Request['holder']> }) {
  const { t } = useTranslation();
  const { span, short } = useFormat();
  const now = useNow();
  return (
    <p className="holder-now">
      <span className="quiet">{t('request.held-by')}</span>
      <strong>
        <DepartmentMark department={holder.department} />
      </strong>
      <span className="quiet">
        {t('request.held-since', { at: short(holder.since), span: span(now - Date.parse(holder.since)) })}
      </span>
    </p>
  );
}

function RequestView({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  return (
    <div className="page request-page">
      <PageHead title={request.subject ?? request.description} number={request.number}>
        <p className="head-line">
          <Tag tone={request.status === 'received' ? 'warn' : 'info'}>{t(`request-status.${request.status}`)}</Tag>
          {request.kind === 'fault' ? (
            <ImpactMark impact={request.impact} />
          ) : (
            <Tag tone="calm">{t(`kind.${request.kind}`)}</Tag>
          )}
          {request.category && <span>{t(`category.${request.category}`)}</span>}
          <span>{[request.customerName, request.siteName].filter(Boolean).join(' · ')}</span>
          {request.order && (
            <Link to={`/orders/${request.order.id}`} className="number">
              {request.order.number}
            </Link>
          )}
        </p>
        {request.holder && <Holder holder={request.holder} />}
      </PageHead>
      {request.joinedTo && (
        <Alert
          className="notice"
          type="info"
          showIcon
          title={
            <>
              {t('request.joined-to')}{' '}
              <Link to={`/requests/${request.joinedTo.id}`} className="number">
                {request.joinedTo.number}
              </Link>
            </>
          }
        />
      )}
      <PromisesPanel request={request} />
      <div className="columns">
        <div className="column-main">
          <RespondPanel request={request} />
          <ConversationPanel request={request} />
          <TimelinePanel requestId={request.id} />
        </div>
        <div className="column-side">
          <HoldersPanel requestId={request.id} />
          <RequestFacts request={request} />
          {request.followUps.length > 0 && (
            <Panel title={t('request.follow-ups')}>
              <FollowUps followUps={request.followUps} />
            </Panel>
          )}
          <MessagesPanel requestId={request.id} />
        </div>
      </div>
    </div>
  );
}

function FollowUps({ followUps }: Pick<Request, 'followUps'>) {
  const { short } = useFormat();
  return (
    <ul className="plain-list">
      {followUps.map(({ id, number, reporter, receivedAt }) => (
        <li key={id}>
          <Link to={`/requests/${id}`} className="number">
            {number}
          </Link>{' '}
          {reporter} <span className="quiet">{short(receivedAt)}</span>
        </li>
      ))}
    </ul>
  );
}
