import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandKeys } from '../fields/labels.js';
import type { Step } from '../record/step.js';

const RowStepDialog = lazy(async () => ({ default: (await import('./row-step-dialog.js')).RowStepDialog }));

const nothingYet = {};

/** The button beside a list's title that makes a record of it. */
export function CreateButton({ step }: { readonly step: Step<object> }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        className="k-create"
        size="small"
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t([...commandKeys(step.words(nothingYet), 'title')])}
      </Button>
      {open && (
        <Suspense>
          <RowStepDialog step={step} params={() => ({})} row={nothingYet} name="" onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
