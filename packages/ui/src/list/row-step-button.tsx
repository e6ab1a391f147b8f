import { Button } from 'antd';
import type { ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandKeys } from '../fields/labels.js';
import { useKit } from '../kit.js';
import type { Step } from '../record/step.js';
import type { RowStep } from './row-step.js';

// Forms come when one is opened: a list that is only read does not load them.
const RowStepDialog = lazy(async () => ({ default: (await import('./row-step-dialog.js')).RowStepDialog }));

interface RowStepButtonProps<Row extends object> extends RowStep<Row> {
  readonly row: Row;
  readonly name: string;
}

/** The button at the end of a row. */
export function RowStepButton<Row extends object>({ step, params, row, name }: RowStepButtonProps<Row>): ReactNode {
  const { t } = useTranslation();
  const { may } = useKit();
  const [open, setOpen] = useState(false);
  if (!may(step.route)) return null;
  return (
    <>
      <Button size="small" className="row-link" onClick={() => setOpen(true)}>
        {t([...commandKeys(step.words(row), 'do')])}
        <span className="unseen"> {name}</span>
      </Button>
      {open && (
        <Suspense>
          <RowStepDialog
            step={step as unknown as Step<object>}
            params={params as (row: object) => Readonly<Record<string, string>>}
            row={row}
            name={name}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
