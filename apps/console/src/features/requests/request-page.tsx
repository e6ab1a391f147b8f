import { PrinterOutlined } from '@ant-design/icons';
import type { Request } from '@pledge/contracts/http';
import { getConversation, getRequest, lookAt } from '@pledge/contracts/http';
import { Failed, PageSkeleton, Tag, useApiQuery, useFormat, useNow } from '@pledge/ui';
import { Alert, Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useMay } from '../../session/session.js';
import { useViewers } from '../../session/use-viewers.js';
import { DepartmentMark, ImpactMark, PageHead, Panel } from '../../ui/primitives.js';
import { AnswerPanel } from './answer-panel.js';
import { AttachmentsPanel } from './attachments-panel.js';
import { ConversationPanel } from './conversation-panel.js';
import { HoldersPanel } from './holders-panel.js';
import { MessagesPanel } from './messages-panel.js';
import { NextSteps } from './next-steps.js';
import { PrintedPromises } from './printed-promises.js';
import { PromisesPanel } from './promises-panel.js';
import { ReferralPanel } from './referral-panel.js';
import { titleOf } from './request-details.js';
import { RequestFacts } from './request-facts.js';
import { TakeButton } from './take-button.js';
import { TimelinePanel } from './timeline-panel.js';

/** What another department says is heard here when it is said, perhaps before intake has noted it: it is looked for again. */
const againMs = 5_000;

export function RequestPage() {
  const { requestId = '' } = useParams();
  const request = useApiQuery(requestId, getRequest, { params: { requestId } }, { againMs });
  if (request.isPending) return <PageSkeleton />;
  if (!request.data) return <Failed error={request.error} onRetry={() => void request.refetch()} />;
  return <RequestView key={requestId} request={request.data} />;
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

/** Facts on the left, what happened and was said on the right, what can be done now on top. */
function RequestView({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const may = useMay();
  const staff = may(getConversation);
  const [printing, setPrinting] = useState(false);
  const printed = useCallback(() => setPrinting(false), []);
  return (
    <div className="page request-page">
      <PageHead
        title={titleOf(request)}
        number={request.number}
        actions={
          <div className="head-actions">
            <TakeButton request={request} />
            <Button icon={<PrinterOutlined aria-hidden />} loading={printing} onClick={() => setPrinting(true)}>
              {t('request.print')}
            </Button>
          </div>
        }
      >
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
      {may(lookAt) && <Others requestId={request.id} />}
      <Linked words={t('request.joined-to')} to={request.joinedTo} />
      <Linked words={t('request.came-again')} to={request.recurrenceOf} grave />
      <Linked words={t('request.did-not-hold')} to={request.recurredAs} grave />
      <NextSteps request={request} />
      <PromisesPanel request={request} />
      {printing && <PrintedPromises promises={request.promises} onPrinted={printed} />}
      <div className="request-columns">
        <div className="request-facts">
          <RequestFacts request={request} />
          <AttachmentsPanel request={request} />
          {request.followUps.length > 0 && (
            <Panel title={t('request.follow-ups')}>
              <FollowUps followUps={request.followUps} />
            </Panel>
          )}
          <HoldersPanel requestId={request.id} />
          <MessagesPanel requestId={request.id} />
        </div>
        <div className="request-story">
          {request.referral && <ReferralPanel request={request} referral={request.referral} />}
          {!staff && request.answer && <AnswerPanel answer={request.answer} />}
          <ConversationPanel request={request} />
          <TimelinePanel requestId={request.id} />
        </div>
      </div>
    </div>
  );
}

interface LinkedProps {
  readonly words: string;
  readonly to: Request['joinedTo'];
  readonly grave?: boolean;
}

/** Another request without which this one is not understood. */
function Linked({ words, to, grave = false }: LinkedProps) {
  if (!to) return null;
  return (
    <Alert
      className="notice"
      type={grave ? 'warning' : 'info'}
      showIcon
      title={
        <>
          {words}{' '}
          <Link to={`/requests/${to.id}`} className="number">
            {to.number}
          </Link>
        </>
      }
    />
  );
}

function Others({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const others = useViewers('request', requestId);
  if (others.length === 0) return null;
  const names = others.map(({ name }) => name).join(t('punctuation.comma'));
  return <Alert className="notice" type="info" showIcon title={t('viewers.others', { names })} />;
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
