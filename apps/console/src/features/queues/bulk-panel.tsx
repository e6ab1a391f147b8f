import type { QueueItem } from '@pledge/contracts/http';
import { rejectEnvelope } from '@pledge/contracts/http';
import { Tag, useBulkRun } from '@pledge/ui';
import type { BulkResult } from '@pledge/ui/bulk';
import { stillToDo, tallyOf } from '@pledge/ui/bulk';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../session/session.js';
import { Panel } from '../../ui/primitives.js';
import type { BulkAction } from './bulk.js';
import { planFor, rowKey } from './bulk.js';
import type { Rejection } from './command-for.js';
import { commandFor } from './command-for.js';

interface BulkPanelProps {
  readonly action: BulkAction;
  /** As they stood when they were chosen; what has changed since is refused line by line. */
  readonly rows: readonly QueueItem[];
  readonly onClose: () => void;
}

const reasons = rejectEnvelope.body.shape.reason.options;
const toneOf: Readonly<Record<BulkResult['state'], 'calm' | 'info' | 'good' | 'bad' | 'warn'>> = {
  waiting: 'calm',
  running: 'info',
  done: 'good',
  refused: 'bad',
  changed: 'bad',
  unanswered: 'warn',
};

/** Says of each line what would be done with it, then does it one by one and says what came of it. */
export function BulkPanel({ action, rows, onClose }: BulkPanelProps) {
  const { t } = useTranslation();
  const { personId } = useUser();
  const [handled, setHandled] = useState('');
  const [reason, setReason] = useState<Rejection['reason'] | null>(null);
  const [note, setNote] = useState('');
  const plans = rows.map((row) => ({ row, key: rowKey(row), plan: planFor(action, row, personId) }));
  const chosen = plans.filter(({ plan }) => plan.will !== 'leave');
  const rejection = reason && { reason, note: note.trim() || null };
  const asked = { action, handled: handled.trim() || null, rejection };
  const { results, running, run, stop } = useBulkRun(
    chosen.map(({ row }) => row),
    rowKey,
    (row, idempotencyKey) => commandFor(asked, row, idempotencyKey),
  );
  const keys = chosen.map(({ key }) => key);
  const todo = stillToDo(results, keys);
  const tally = tallyOf(results, keys);
  const begun = results.size > 0;
  const lacks = action === 'reject' && (reason === null || (reason === 'other' && note.trim() === ''));
  return (
    <Panel title={t(`bulk.title-${action}`, { amount: rows.length })} className="step bulk">
      {action === 'hand-over' && !begun && (
        <Input
          value={handled}
          maxLength={2000}
          placeholder={t('bulk.handled')}
          aria-label={t('bulk.handled')}
          onChange={({ target }) => setHandled(target.value)}
        />
      )}
      {action === 'reject' && !begun && (
        <div className="filters">
          <Select
            value={reason}
            placeholder={t('field.reason')}
            aria-label={t('field.reason')}
            onChange={(value: Rejection['reason']) => setReason(value)}
            options={reasons.map((value) => ({ value, label: t(`reject-reason.${value}`) }))}
          />
          <Input
            value={note}
            maxLength={500}
            placeholder={t('envelopes.note')}
            aria-label={t('envelopes.note')}
            onChange={({ target }) => setNote(target.value)}
          />
        </div>
      )}
      <ol className="bulk-lines">
        {plans.map(({ row, key, plan }) => {
          const result = results.get(key);
          return (
            <li key={key}>
              <span className="clamp">{[row.number, row.title].filter(Boolean).join(' ')}</span>
              {plan.will === 'leave' ? (
                <Tag tone="calm">{t(`bulk.leave-${plan.why}`, { name: plan.name ?? '' })}</Tag>
              ) : (
                <Tag tone={result ? toneOf[result.state] : 'info'}>
                  {result && result.state !== 'waiting'
                    ? t(`bulk-run.came-${result.state}`)
                    : t(`bulk.will-${plan.will}`)}
                </Tag>
              )}
              {result && 'detail' in result && <span className="quiet">{result.detail}</span>}
            </li>
          );
        })}
      </ol>
      <p role="status">
        {begun
          ? t('bulk-run.tally', { done: tally.done, refused: tally.refused, open: tally.open })
          : t('bulk-run.preview', { amount: chosen.length, left: rows.length - chosen.length })}
      </p>
      <p className="actions">
        {todo.length > 0 && !running && (
          <Button type="primary" disabled={lacks} onClick={() => void run()}>
            {begun ? t('bulk-run.go-on', { amount: todo.length }) : t(`bulk.do-${action}`, { amount: todo.length })}
          </Button>
        )}
        {running && <Button onClick={stop}>{t('bulk-run.stop')}</Button>}
        {!running && <Button onClick={onClose}>{begun ? t('bulk-run.close') : t('bulk-run.cancel')}</Button>}
      </p>
    </Panel>
  );
}
