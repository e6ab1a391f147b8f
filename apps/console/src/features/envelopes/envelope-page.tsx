import type { Envelope } from '@pledge/contracts/http';
import { getEnvelope, lookAt, takeEnvelope } from '@pledge/contracts/http';
import { CommandNotice, Failed, PageSkeleton, Tag, useApiQuery, useCommand, useFormat } from '@pledge/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMay, useUser } from '../../session/session.js';
import { ViewersNotice } from '../../session/viewers-notice.js';
import { LinkButton } from '../../ui/link-button.js';
import { Facts, PageHead, Panel } from '../../ui/primitives.js';
import { EnvelopeState } from './envelope-state.js';
import { Pages } from './pages-view.js';
import { JoinForm, RejectForm } from './settle-forms.js';
import { TranscribeForm } from './transcribe-form.js';

export function EnvelopePage() {
  const { envelopeId = '' } = useParams();
  const envelope = useApiQuery(null, getEnvelope, { params: { envelopeId } });
  if (envelope.isPending) return <PageSkeleton />;
  if (!envelope.data) return <Failed error={envelope.error} onRetry={() => void envelope.refetch()} />;
  return <EnvelopeView key={envelope.data.id} envelope={envelope.data} />;
}

/** One thing that reached us: what it is on the left, what becomes of it on the right. */
function EnvelopeView({ envelope }: { readonly envelope: Envelope }) {
  const { t } = useTranslation();
  const { full } = useFormat();
  const may = useMay();
  const { personId } = useUser();
  const [seen, setSeen] = useState(envelope);
  const take = useCommand(takeEnvelope);
  const { from, found, takenBy, settledBy, settledAt, call } = envelope;
  const works = envelope.status === 'waiting' && may(takeEnvelope);
  const mine = takenBy?.personId === personId;
  return (
    <div className="page">
      <PageHead
        title={envelope.subject || from.name || from.phone || t(`channel.${envelope.channel}`)}
        actions={
          works &&
          !mine && (
            <Button
              loading={take.isPending}
              onClick={() => {
                setSeen(envelope);
                take.mutate({ input: { params: { envelopeId: envelope.id } }, ifMatch: envelope.version });
              }}
            >
              {t('envelopes.take')}
            </Button>
          )
        }
      >
        <p className="head-line">
          <EnvelopeState envelope={envelope} />
          {envelope.overdue && <Tag tone="bad">{t('balance.overdue')}</Tag>}
          {takenBy && <span>{t('envelopes.with', { name: takenBy.name })}</span>}
        </p>
      </PageHead>
      {may(lookAt) && <ViewersNotice subject="envelope" subjectId={envelope.id} />}
      <CommandNotice error={take.error} seen={seen} now={envelope} />
      <div className="columns">
        <div className="column-main">
          <Pages attachments={envelope.attachments} />
          {envelope.text !== '' && (
            <Panel title={t(envelope.transcribedBy ? 'envelopes.transcribed' : 'envelopes.text')}>
              <blockquote className="answer">{envelope.text}</blockquote>
              {envelope.transcribedBy && <p className="quiet">{envelope.transcribedBy.name}</p>}
            </Panel>
          )}
          <Panel title={t('envelopes.facts')}>
            <Facts
              facts={[
                { name: t('field.channel'), value: t(`channel.${envelope.channel}`) },
                { name: t('envelopes.source'), value: envelope.source },
                { name: t('envelopes.from'), value: [from.name, from.phone, from.email].filter(Boolean).join(' ') },
                { name: t('field.receivedAt'), value: full(envelope.receivedAt) },
                { name: t('envelopes.stored-at'), value: full(envelope.storedAt) },
                { name: t('field.dueAt'), value: envelope.status === 'waiting' && full(envelope.dueAt) },
                { name: t('envelopes.call'), value: call && t(`call-state.${call.state}`) },
                { name: t('field.customer'), value: found.customerName },
                { name: t('field.equipment'), value: found.equipmentName },
                { name: t('envelopes.replies-to'), value: found.repliesTo?.number },
                {
                  name: t('envelopes.settled-by'),
                  value: settledBy && settledAt && `${settledBy.name} ${full(settledAt)}`,
                },
                {
                  name: t('field.reason'),
                  value: envelope.outcome?.type === 'rejected' && envelope.outcome.note,
                  wide: true,
                },
              ]}
            />
          </Panel>
        </div>
        <div className="column-side">
          {works && (
            <>
              {envelope.needs === 'transcription' && <TranscribeForm envelope={envelope} />}
              <Panel title={t('envelopes.make')} className="step">
                <p className="quiet">{t('envelopes.make-hint')}</p>
                <LinkButton to={`/desk?envelope=${envelope.id}`} primary>
                  {t('envelopes.make-request')}
                </LinkButton>
              </Panel>
              <JoinForm envelope={envelope} />
              <RejectForm envelope={envelope} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
