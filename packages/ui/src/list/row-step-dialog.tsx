import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { commandKeys } from '../fields/labels.js';
import { CommandForm } from '../form/command-form.js';
import type { RowStep } from './row-step.js';

interface RowStepDialogProps<Row extends object> extends RowStep<Row> {
  readonly row: Row;
  readonly name: string;
  readonly onClose: () => void;
}

/** The form of a row's command, above the list, under the name of the row. */
export function RowStepDialog<Row extends object>({ step, params, row, name, onClose }: RowStepDialogProps<Row>) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      destroyOnHidden
      footer={null}
      title={[t([...commandKeys(step.words(row), 'title')]), name].filter(Boolean).join(' · ')}
      onCancel={onClose}
    >
      <CommandForm step={step} record={row} params={params(row)} version={null} onDone={onClose} onCancel={onClose} />
    </Modal>
  );
}
