import type { Receipt } from '@pledge/contracts/http';
import { CommandNotice, useFormat } from '@pledge/ui';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NextStep } from './first-step.js';
import { wordsOf } from './first-step.js';
import { useNextStep } from './use-next-step.js';

interface StepNoticeProps {
  readonly receipt: Receipt;
  readonly step: NextStep;
  /** Why it was not done with the report; null where it was. */
  readonly failure: Error | 'interrupted' | null;
  /** It is done after all. */
  readonly onDone: () => void;
  readonly onDrop: () => void;
}

/** What was done with the enquiry at once; where it failed, the request is safe and the step is tried again. */
export function StepNotice({ receipt, step, failure, onDone, onDrop }: StepNoticeProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const again = useNextStep();
  const words = wordsOf(step);
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
      <p role="status">
        {t(failure === 'interrupted' ? 'at-once.interrupted' : 'at-once.failed', { number: receipt.number })}
      </p>
      {words !== '' && <blockquote className="answer">{words}</blockquote>}
      <CommandNotice error={again.error ?? (failure === 'interrupted' ? null : failure)} />
      <div className="actions">
        <Button
          type="primary"
          loading={again.isPending}
          onClick={() => again.mutate({ receipt, step }, { onSuccess: onDone })}
        >
          {t(`at-once.again-${step.type}`)}
        </Button>
        <Button type="text" disabled={again.isPending} onClick={onDrop}>
          {t('at-once.leave')}
        </Button>
      </div>
    </div>
  );
}
