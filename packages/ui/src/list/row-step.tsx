import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandKeys } from '../fields/labels.js';
import { CommandForm } from '../form/command-form.js';
import { useKit } from '../kit.js';
import type { Step } from '../record/step.js';

/** A command that a row offers where its record has no page: a button, then its form. */
export interface RowStep<Row> {
  readonly step: Step<Row>;
  readonly params: (row: Row) => Readonly<Record<string, string>>;
}

interface RowStepButtonProps<Row extends object> extends RowStep<Row> {
  readonly row: Row;
  readonly name: string;
}

/** The button at the end of a row; the form opens above the list, under the name of the row. */
export function RowStepButton<Row extends object>({ step, params, row, name }: RowStepButtonProps<Row>): ReactNode {
  const { t } = useTranslation();
  const { may } = useKit();
  const [open, setOpen] = useState(false);
  if (!may(step.route)) return null;
  const words = step.words(row);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" className="row-link" onClick={() => setOpen(true)}>
        {t([...commandKeys(words, 'do')])}
        <span className="unseen"> {name}</span>
      </Button>
      {open && (
        <Modal
          open
          destroyOnHidden
          footer={null}
          title={`${t([...commandKeys(words, 'title')])} · ${name}`}
          onCancel={close}
        >
          <CommandForm step={step} record={row} params={params(row)} version={null} onDone={close} onCancel={close} />
        </Modal>
      )}
    </>
  );
}
