import { CheckCircleFilled, ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { promiseName } from '@pledge/contracts';
import type { Progress } from '@pledge/contracts/http';
import { getProgress } from '@pledge/contracts/http';
import { Failed, Skeleton, useFormat } from '@pledge/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { send } from '../../api/client.js';
import { Mark } from '../../ui/mark.js';
import { LargeClock } from '../../ui/promise-clock.js';
import { LanguageSwitch } from '../../i18n/language-switch.js';
import { ConfirmPanel } from './confirm-panel.js';
import { Questions } from './link-forms.js';
import { SaidPanel } from './said-panel.js';
import { progressKey } from './use-told.js';

const againAfterMs = 15_000;

/** How far a request is, like a parcel, for whoever holds its link. */
export function ProgressPage() {
  const { publicToken = '' } = useParams();
  const progress = useQuery({
    queryKey: progressKey(publicToken),
    queryFn: ({ signal }) => send(getProgress, { params: { publicToken } }, { signal }),
    refetchInterval: againAfterMs,
  });
  return (
    <div className="public">
      <header className="top">
        <Mark />
        <span className="top-space" />
        <LanguageSwitch />
      </header>
      <main id="main" className="page public-main">
        {progress.isPending ? (
          <Skeleton />
        ) : progress.data ? (
          <ProgressView publicToken={publicToken} progress={progress.data} />
        ) : (
          <Failed error={progress.error} onRetry={() => void progress.refetch()} />
        )}
      </main>
    </div>
  );
}

function ProgressView({ publicToken, progress }: { readonly publicToken: string; readonly progress: Progress }) {
  const { t } = useTranslation();
  const { full } = useFormat();
  return (
    <>
      <h1 className="public-number">
        <span className="quiet">{t('progress.title')}</span>
        <span className="number">{progress.number}</span>
      </h1>
      <p className="lead">
        {[progress.siteName, progress.equipmentName].filter(Boolean).join(' · ')}
        <br />
        {t('progress.received', { at: full(progress.receivedAt) })}
      </p>
      {progress.joinedTo && <p className="pause-note">{t('progress.joined', { number: progress.joinedTo.number })}</p>}
      {progress.recurredAs && (
        <p className="pause-note">{t('progress.came-again', { number: progress.recurredAs.number })}</p>
      )}
      <ConfirmPanel publicToken={publicToken} progress={progress} />
      <Questions publicToken={publicToken} questions={progress.questions} />
      {progress.answer && (
        <section className="panel">
          <div className="panel-head">
            <h2>{t('progress.answer')}</h2>
          </div>
          <blockquote className="answer">{progress.answer.text}</blockquote>
        </section>
      )}
      <section className="panel">
        <div className="panel-head">
          <h2>{t('progress.promised')}</h2>
        </div>
        <ul className="promise-cards">
          {progress.promises.map((promise) => {
            const name = promiseName.safeParse(promise.promise);
            return name.success ? (
              <li key={promise.promise} className="promise-card">
                <LargeClock clock={{ ...promise, promise: name.data, atRiskAt: promise.dueAt }} />
              </li>
            ) : null;
          })}
        </ul>
      </section>
      <section className="panel">
        <div className="panel-head">
          <h2>{t('progress.steps')}</h2>
        </div>
        <Steps steps={progress.steps} />
      </section>
      <SaidPanel publicToken={publicToken} progress={progress} />
    </>
  );
}

const icons = { done: CheckCircleFilled, current: ClockCircleOutlined, 'to-come': MinusCircleOutlined } as const;

function Steps({ steps }: Pick<Progress, 'steps'>) {
  const { t } = useTranslation();
  const { full } = useFormat();
  return (
    <ol className="parcel">
      {steps.map(({ step, state, at, expectedAt, by }) => {
        const Icon = icons[state];
        return (
          <li key={step} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <Icon aria-hidden />
            <div>
              <p className="parcel-step">
                {t(`progress-step.${step}`)} <span className="unseen">{t(`step-state.${state}`)}</span>
              </p>
              <p className="quiet">
                {at !== null ? full(at) : expectedAt !== null ? t('progress.expected', { at: full(expectedAt) }) : ''}
                {by !== null && ` ${by}`}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
