import { CheckCircleFilled } from '@ant-design/icons';
import { useFormat } from '@pledge/ui';
import { Alert, Button, Typography } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ExplainButton } from '../../ui/explain-button.js';
import { LinkButton } from '../../ui/link-button.js';
import { LargeClock } from '../../ui/promise-clock.js';
import type { Accepted } from './first-step.js';
import { StepNotice } from './step-notice.js';

interface ReceiptViewProps {
  readonly accepted: Accepted;
  readonly onNext: () => void;
  readonly onStepDone: () => void;
  readonly onDrop: () => void;
}

/** What was accepted: the number to say, the times promised and why, where the user can follow it. */
export function ReceiptView({ accepted, onNext, onStepDone, onDrop }: ReceiptViewProps) {
  const { receipt, step, failure } = accepted;
  const { t } = useTranslation();
  const { full, short } = useFormat();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const isFault = receipt.kind === 'fault';
  const progress = `${window.location.origin}/p/${receipt.publicToken}`;
  return (
    <div className="receipt">
      <div className="receipt-head" role="status">
        <CheckCircleFilled aria-hidden />
        <div>
          <h2 ref={head} tabIndex={-1}>
            {t(isFault ? 'receipt.accepted' : 'receipt.accepted-enquiry')}
          </h2>
          <p className="receipt-number number">{receipt.number}</p>
          <p className="quiet">{t('receipt.at', { at: full(receipt.recordedAt) })}</p>
        </div>
      </div>
      <section className="panel read-out">
        <div className="panel-head">
          <h2>{t('receipt.read-out')}</h2>
        </div>
        <p>
          {isFault
            ? t('receipt.read-number', { number: receipt.number })
            : t('receipt.read-enquiry', { number: receipt.number, kind: t(`kind.${receipt.kind}`).toLowerCase() })}
        </p>
        {receipt.joinedTo && <p>{t('receipt.read-joined', { number: receipt.joinedTo.number })}</p>}
        {receipt.promises.map(({ promiseId, promise, dueAt }) => (
          <p key={promiseId}>{t('receipt.read-promise', { promise: t(`promise.${promise}`), at: short(dueAt) })}</p>
        ))}
        {step && <StepNotice receipt={receipt} step={step} failure={failure} onDone={onStepDone} onDrop={onDrop} />}
      </section>
      {receipt.joinedTo && (
        <Alert
          className="notice"
          type="warning"
          showIcon
          title={t(isFault ? 'receipt.joined' : 'receipt.joined-enquiry', { number: receipt.joinedTo.number })}
          description={
            <>
              {t('receipt.joined-hint')} <Link to={`/requests/${receipt.joinedTo.id}`}>{receipt.joinedTo.number}</Link>
            </>
          }
        />
      )}
      <section className="panel">
        <div className="panel-head">
          <h2>{t('receipt.promised')}</h2>
        </div>
        <ul className="promise-cards">
          {receipt.promises.map((promise) => (
            <li key={promise.promiseId} className="promise-card">
              <LargeClock clock={promise} />
              <ExplainButton promise={promise.promise} explanation={promise.explanation} />
            </li>
          ))}
        </ul>
      </section>
      <section className="panel">
        <div className="panel-head">
          <h2>{t('receipt.follow')}</h2>
        </div>
        <p>{t('receipt.follow-hint')}</p>
        <Typography.Text copyable className="progress-link">
          {progress}
        </Typography.Text>
      </section>
      <div className="actions">
        <LinkButton to={`/requests/${receipt.id}`} primary>
          {t('receipt.open')}
        </LinkButton>
        <Button onClick={onNext}>{t('receipt.next')}</Button>
      </div>
    </div>
  );
}
