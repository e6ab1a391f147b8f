import { changeRouting, getRouting, previewRouting } from '@pledge/contracts/http';
import type { Routing } from '@pledge/contracts/http';
import { CommandNotice, Failed, Skeleton, useApiQuery, useCommand } from '@pledge/ui';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { PageHead, Panel } from '../../ui/primitives.js';
import { AddLine } from './add-line.js';
import { differing, onTop } from './draft.js';
import { HistoryPanel } from './history-panel.js';
import { PlaceName } from './place-name.js';
import { PreviewPanel } from './preview-panel.js';
import { RoutingTable } from './routing-table.js';

interface Draft {
  /** The edition it began from. */
  readonly base: Pick<Routing, 'lines' | 'version'>;
  readonly lines: Routing['lines'];
}

/** Which department a request goes to; an administrator sees what another table would change before it is saved. */
export function RoutingPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [reason, setReason] = useState('');
  const table = useApiQuery(null, getRouting, {});
  const lines = draft?.lines ?? table.data?.lines ?? [];
  const changed = draft !== null && differing(draft.base.lines, draft.lines).length > 0;
  const preview = useApiQuery(null, previewRouting, { body: { lines } }, { enabled: changed, keep: true });
  const leave = () => {
    setDraft(null);
    setReason('');
  };
  const save = useCommand(changeRouting, { onDone: leave });
  if (table.isPending) return <Skeleton />;
  if (!table.data) return <Failed error={table.error} onRetry={() => void table.refetch()} />;
  const { version, history } = table.data;
  const edits = may(changeRouting);
  const edit = (next: readonly Routing['lines'][number][]) =>
    setDraft({ base: draft?.base ?? table.data, lines: [...next] });
  const overtaken = draft !== null && draft.base.version !== version;
  const rebased = overtaken ? onTop(draft.base.lines, draft.lines, table.data.lines) : null;
  return (
    <div className="page">
      <PageHead title={t('routing.title')}>
        <p className="lead">{t(edits ? 'routing.lead' : 'routing.lead-reader')}</p>
      </PageHead>
      <CommandNotice error={save.error} />
      {rebased && (
        <Alert
          className="notice"
          role="alert"
          type="warning"
          showIcon
          title={t('routing.overtaken', { name: history[0]?.by?.name ?? t('routing.system'), version })}
          description={
            <>
              {rebased.both.length > 0 && (
                <p>
                  {t('routing.both')}{' '}
                  {rebased.both.map((place) => (
                    <PlaceName key={`${place.kind}/${place.category ?? ''}`} place={place} />
                  ))}
                </p>
              )}
              <p className="actions">
                <Button type="primary" onClick={() => setDraft({ base: table.data, lines: [...rebased.lines] })}>
                  {t('routing.on-top')}
                </Button>
                <Button onClick={leave}>{t('routing.take-theirs')}</Button>
              </p>
            </>
          }
        />
      )}
      <div className={edits ? 'columns' : ''}>
        <Panel title={t('routing.lines')} extra={<span className="quiet">{t('routing.edition', { version })}</span>}>
          <RoutingTable lines={lines} base={draft?.base.lines ?? lines} onChange={edits ? edit : null} />
          {edits && <AddLine lines={lines} onAdd={edit} />}
        </Panel>
        {edits && (
          <Panel title={t('routing.preview')} className={changed ? 'step' : ''}>
            {!changed && <p className="quiet">{t('routing.unchanged')}</p>}
            {changed && preview.isPending && <Skeleton count={4} />}
            {changed && preview.isError && <CommandNotice error={preview.error} />}
            {changed && preview.data && !preview.isError && <PreviewPanel preview={preview.data} />}
            {changed && (
              <Form
                layout="vertical"
                onFinish={() =>
                  save.mutate({
                    input: { body: { lines: [...lines], reason: reason.trim() || null } },
                    ifMatch: draft.base.version,
                  })
                }
              >
                <Form.Item label={t('routing.reason')} htmlFor="routing-reason">
                  <Input
                    id="routing-reason"
                    value={reason}
                    maxLength={300}
                    onChange={({ target }) => setReason(target.value)}
                  />
                </Form.Item>
                <p className="actions">
                  <Button
                    type="primary"
                    htmlType="submit"
                    loading={save.isPending}
                    disabled={overtaken || preview.isPlaceholderData || !preview.isSuccess}
                  >
                    {t('routing.save')}
                  </Button>
                  <Button onClick={leave}>{t('routing.leave')}</Button>
                </p>
              </Form>
            )}
          </Panel>
        )}
      </div>
      <HistoryPanel history={history} />
    </div>
  );
}
