import { Button, Modal } from 'antd';
import type { CallInput } from '@pledge/client';
import type { RouteContract } from '@pledge/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandKeys } from '../fields/labels.js';
import { useKit } from '../kit.js';
import type { Tone } from '../tag.js';
import { Tag } from '../tag.js';
import type { BulkAction } from './bulk-action.js';
import type { BulkResult } from './bulk.js';
import { stillToDo, tallyOf } from './bulk.js';
import { useBulkRun } from './use-bulk-run.js';

interface BulkDialogProps<Row> {
  readonly action: BulkAction<Row>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly name: (row: Row) => string;
  readonly onClose: () => void;
}

const tones: Readonly<Record<BulkResult['state'], Tone>> = {
  waiting: 'calm',
  running: 'info',
  done: 'good',
  refused: 'bad',
  changed: 'bad',
  unanswered: 'warn',
};

/** Says of each row whether something will be done with it, does it one by one, and says what came of each. */
export function BulkDialog<Row>({ action, rows, rowKey, name, onClose }: BulkDialogProps<Row>) {
  const { t } = useTranslation();
  const { send } = useKit();
  // As they stood when they were chosen: what is done leaves the list, and its result would leave with it.
  const [frozen] = useState(rows);
  const [able] = useState(() => rows.filter(action.can));
  const { results, running, run, stop } = useBulkRun(able, rowKey, (row, idempotencyKey) =>
    send(action.route, action.input(row) as unknown as CallInput<RouteContract>, {
      ifMatch: action.version(row),
      idempotencyKey,
    }),
  );
  const keys = able.map(rowKey);
  const todo = stillToDo(results, keys);
  const begun = results.size > 0;
  const amounts = begun
    ? t('bulk-run.tally', tallyOf(results, keys))
    : t('bulk-run.preview', { amount: able.length, left: frozen.length - able.length });
  return (
    <Modal
      open
      title={t([...commandKeys(action.route.name, 'do')])}
      onCancel={() => {
        stop();
        onClose();
      }}
      footer={[
        <Button key="close" onClick={running ? stop : onClose}>
          {t(running ? 'bulk-run.stop' : begun ? 'bulk-run.close' : 'bulk-run.cancel')}
        </Button>,
        todo.length > 0 && !running && (
          <Button key="go" type="primary" onClick={() => void run()}>
            {begun
              ? t('bulk-run.go-on', { amount: todo.length })
              : `${t([...commandKeys(action.route.name, 'do')])} (${String(todo.length)})`}
          </Button>
        ),
      ]}
    >
      <ol className="k-bulk">
        {frozen.map((row) => {
          const result = results.get(rowKey(row));
          return (
            <li key={rowKey(row)}>
              <span className="k-bulk-name">{name(row)}</span>
              {action.can(row) ? (
                <Tag tone={tones[result?.state ?? 'waiting']}>{t(`bulk-run.came-${result?.state ?? 'waiting'}`)}</Tag>
              ) : (
                <span className="quiet">{t('bulk-run.not-possible')}</span>
              )}
              {result && 'detail' in result && <span className="quiet">{result.detail}</span>}
            </li>
          );
        })}
      </ol>
      <p role="status">{amounts}</p>
    </Modal>
  );
}
