import { PlusOutlined } from '@ant-design/icons';
import type { Envelope } from '@pledge/contracts/http';
import { Failed, Skeleton } from '@pledge/ui';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../ui/primitives.js';
import { CallsStrip } from './calls-strip.js';
import { DeskTabs } from './desk-tabs.js';
import { beginningAt } from './from-address.js';
import { beginningOf } from './from-envelope.js';
import type { Accepted } from './first-step.js';
import { ReceiptView } from './receipt-view.js';
import { ReportForm } from './report-form.js';
import { useDrafts } from './use-drafts.js';
import { useEnvelopeToOpen } from './use-envelope-to-open.js';

/** One screen for the call: several at once in tabs, each a draft that survives everything. */
export function DeskPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { query, drafts, keeping, change, open, drop } = useDrafts();
  const [receipts, setReceipts] = useState<Readonly<Record<string, Accepted>>>({});
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(params.get('tab'));
  const ready = query.data !== undefined;
  // Where the page was left between a report and its first step, the draft still has both.
  const interrupted = drafts.flatMap(({ draftId, undone }): [string, Accepted][] =>
    undone && !sending.has(draftId) ? [[draftId, { ...undone, failure: 'interrupted' }]] : [],
  );
  const accepted: Readonly<Record<string, Accepted>> = { ...Object.fromEntries(interrupted), ...receipts };
  const tabs = [
    ...Object.entries(accepted).map(([draftId, { receipt }]) => ({ draftId, title: receipt.number, done: true })),
    ...drafts
      .filter(({ draftId }) => !Object.hasOwn(accepted, draftId))
      .map(({ draftId, title }) => ({ draftId, title, done: false })),
  ];
  const active = tabs.find(({ draftId }) => draftId === asked)?.draftId ?? tabs[0]?.draftId;

  const show = (draftId: string | undefined) => {
    setAsked(draftId ?? null);
    setParams(draftId ? { tab: draftId } : {}, { replace: true });
  };
  const begin = (envelope?: Envelope) => {
    const already = envelope && drafts.find(({ envelopeId }) => envelopeId === envelope.id);
    show((already ?? open(envelope && beginningOf(envelope))).draftId);
  };
  const wanted = useEnvelopeToOpen(ready ? params.get('envelope') : null, begin);
  useEffect(() => {
    const wantsOne = params.has('envelope') || params.has('call');
    if (ready && tabs.length === 0 && !wantsOne) open();
  });
  const begun = useRef<URLSearchParams | null>(null);
  useEffect(() => {
    if (!ready || begun.current === params) return;
    begun.current = params;
    const beginning = beginningAt(params);
    if (beginning) show(open(beginning).draftId);
  });
  if (active !== undefined && !visited.has(active)) setVisited(new Set([...visited, active]));

  if (!ready) {
    return (
      <div className="page">
        <PageHead title={t('desk.title')} />
        {query.isPending ? <Skeleton /> : <Failed error={query.error} onRetry={() => void query.refetch()} />}
      </div>
    );
  }
  const close = (draftId: string) => {
    const next = tabs.filter((tab) => tab.draftId !== draftId)[0]?.draftId;
    setReceipts(({ [draftId]: _closed, ...others }) => others);
    drop(draftId);
    if (draftId === active) show(next);
  };
  return (
    <div className="page desk-page">
      <PageHead
        title={t('desk.title')}
        actions={
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => begin()}>
            {t('desk.new-call')}
          </Button>
        }
      >
        <p className="lead" role="status">
          {t(`desk.draft-${keeping}`)}
        </p>
      </PageHead>
      <CallsStrip onTake={begin} />
      {wanted.error && <Failed error={wanted.error} onRetry={wanted.again} />}
      <DeskTabs tabs={tabs} active={active} onShow={show} />
      {tabs
        .filter(({ draftId }) => visited.has(draftId))
        .map(({ draftId }) => {
          const done = accepted[draftId];
          const draft = drafts.find((one) => one.draftId === draftId);
          return (
            <div key={draftId} hidden={draftId !== active}>
              {done ? (
                <ReceiptView
                  accepted={done}
                  onNext={() => (done.failure === null ? close(draftId) : begin())}
                  onStepDone={() => {
                    setReceipts((before) => ({ ...before, [draftId]: { ...done, failure: null } }));
                    drop(draftId);
                  }}
                  onDrop={() => close(draftId)}
                />
              ) : (
                draft && (
                  <ReportForm
                    draft={draft}
                    onChange={(more) => {
                      if (more.undone) setSending((before) => new Set([...before, draftId]));
                      change(draftId, more);
                    }}
                    onAccepted={(became) => {
                      setReceipts((before) => ({ ...before, [draftId]: became }));
                      if (became.failure === null) drop(draftId);
                      show(draftId);
                    }}
                    onDrop={() => close(draftId)}
                  />
                )
              )}
            </div>
          );
        })}
    </div>
  );
}
