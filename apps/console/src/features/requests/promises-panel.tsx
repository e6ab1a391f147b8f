import type { LedgerPromise, Request } from '@pledge/contracts/http';
import { listPromises, pausePromise, resumePromise } from '@pledge/contracts/http';
import { CommandNotice, useApiQuery, useCommand, useFormat, useNow } from '@pledge/ui';
import { stateNow } from '@pledge/ui/time';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { ExplainButton } from '../../ui/explain-button.js';
import { DepartmentMark, Panel } from '../../ui/primitives.js';
import { LargeClock } from '../../ui/promise-clock.js';
import { PauseForm } from './pause-form.js';

type Shown = Omit<Request['promises'][number], 'promiseId'> & {
  readonly id: string;
  readonly ledger: LedgerPromise | null;
};

/** The promises as the ledger has them; as they were stamped until it has heard of them. */
function shownOf(request: Request, ledger: readonly LedgerPromise[]): readonly Shown[] {
  const stamped = request.promises
    .filter(({ promiseId }) => !ledger.some(({ id }) => id === promiseId))
    .map(({ promiseId, ...promise }) => ({ ...promise, id: promiseId, ledger: null }));
  return [...ledger.map((promise) => ({ ...promise, ledger: promise })), ...stamped].sort(
    (a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt),
  );
}

export function PromisesPanel({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const ledger = useApiQuery(request.id, listPromises, { query: { requestId: request.id, limit: 50 } });
  const shown = shownOf(request, ledger.data?.items ?? []);
  return (
    <Panel title={t('request.promises')} className="promises-panel">
      {shown.length === 0 ? (
        <p className="quiet">{t('request.no-promises')}</p>
      ) : (
        <ul className="promise-cards">
          {shown.map((promise) => (
            <PromiseCard key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function PromiseCard({ promise }: { readonly promise: Shown }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const now = useNow();
  const pausedFor = promise.ledger?.pausedFor;
  return (
    <li className={`promise-card tone-${stateNow(promise, now)}`}>
      <LargeClock clock={promise} />
      <p className="promise-owner">
        <span className="quiet">{t('field.owner')}</span> <DepartmentMark department={promise.owner} />
      </p>
      {pausedFor && (
        <p className="pause-note">
          {t('pause.told', {
            reason: t(`pause-reason.${pausedFor.reason}`),
            by: pausedFor.by,
            at: short(pausedFor.since),
          })}
          <q>{pausedFor.note}</q>
        </p>
      )}
      {promise.ledger?.voidReason && <p className="quiet">{promise.ledger.voidReason}</p>}
      <div className="promise-actions">
        <ExplainButton promise={promise.promise} explanation={promise.explanation} />
        {promise.ledger && <PauseOrResume promise={promise.ledger} />}
      </div>
    </li>
  );
}

function PauseOrResume({ promise }: { readonly promise: LedgerPromise }) {
  const { t } = useTranslation();
  const may = useMay();
  const [pausing, setPausing] = useState(false);
  const resume = useCommand(resumePromise);
  if (promise.state === 'paused' && may(resumePromise)) {
    return (
      <>
        <Button
          size="small"
          loading={resume.isPending}
          onClick={() => resume.mutate({ input: { params: { promiseId: promise.id } }, ifMatch: promise.version })}
        >
          {t('pause.resume')}
        </Button>
        <CommandNotice error={resume.error} />
      </>
    );
  }
  if ((promise.state !== 'running' && promise.state !== 'at-risk') || !may(pausePromise)) return null;
  return (
    <>
      <Button size="small" type="text" onClick={() => setPausing(true)}>
        {t('pause.begin')}
      </Button>
      {pausing && <PauseForm promise={promise} onClose={() => setPausing(false)} />}
    </>
  );
}
