import type { Receipt } from '@pledge/contracts/http';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CommandNotice } from '../../ui/command-notice.js';
import { useFormat } from '../../ui/use-format.js';
import type { NextStep } from './next-step.js';
import { useNextStep } from './use-next-step.js';

interface StepNoticeProps {
  readonly receipt: Receipt;
  readonly step: NextStep;
  /** Why it was not done with the report; null where it was. */
  readonly failure: Error | null;
}

/** What was done with the enquiry at once; where it failed, the request is safe and the step is tried again. */
export function StepNotice({ receipt, step, failure }: StepNoticeProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const again = useNextStep();
  const toldBy = step.type === 'refer' ? short(step.body.toldBy) : '';
  if (failure === null || again.isSuccess) {
    return (
      <>
        <Alert className="notice" role="status" type="success" showIcon title={t(`at-once.done-${step.type}`)} />
        {step.type === 'refer' && <p className="read-told">{t('at-once.read-told', { at: toldBy })}</p>}
      </>
    );
  }
  return (
    <div className="step-failed">
      <p>{t('at-once.failed')}</p>
      <CommandNotice error={again.error ?? failure} />
      <Button loading={again.isPending} onClick={() => again.mutate({ receipt, step })}>
        {t('action.retry')}
      </Button>
    </div>
  );
}
