import type { Guarded } from '@pledge/contracts';
import type { Request } from '@pledge/contracts/http';
import {
  completeFacts,
  confirmRequest,
  handOverMatter,
  referQuestion,
  reportRequest,
  respondToRequest,
  undoJoin,
} from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import type { ComponentType } from 'react';
import { Alert } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { Panel } from '../../ui/primitives.js';
import { CompleteForm } from './complete-form.js';
import { ConfirmForm } from './confirm-form.js';
import { HandOverForm } from './hand-over-form.js';
import { ReferForm } from './refer-form.js';
import { RespondForm } from './respond-form.js';
import { ReportAgainForm } from './report-again-form.js';
import type { Step } from './steps.js';
import { openAtFirst, stepsOf } from './steps.js';
import { UndoJoinForm } from './undo-join-form.js';
import type { StepProps } from './use-request-command.js';

const views: Readonly<Record<Step, { route: Guarded; View: ComponentType<StepProps> }>> = {
  respond: { route: respondToRequest, View: RespondForm },
  'report-again': { route: reportRequest, View: ReportAgainForm },
  complete: { route: completeFacts, View: CompleteForm },
  refer: { route: referQuestion, View: ReferForm },
  'hand-over': { route: handOverMatter, View: HandOverForm },
  confirm: { route: confirmRequest, View: ConfirmForm },
  'undo-join': { route: undoJoin, View: UndoJoinForm },
};

/** Whose move it is, and what the one who looks can do now. */
export function NextSteps({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const may = useMay();
  const mine = stepsOf(request).filter((step) => may(views[step].route));
  const [chosen, setChosen] = useState<Step | null>(() => openAtFirst(request));
  const { short } = useFormat();
  const { disputed, kind } = request;
  const open = chosen !== null && mine.includes(chosen) ? chosen : null;
  const whose = useRef<HTMLParagraphElement>(null);
  const done = () => {
    setChosen(null);
    whose.current?.focus();
  };
  return (
    <Panel title={t('request.next')} className="step next-steps">
      <p ref={whose} tabIndex={-1} className="next-whose">
        {t(`waits.${request.waitingFor ?? 'nobody'}`)}
      </p>
      {disputed && (
        <Alert
          className="notice disputed"
          type="warning"
          showIcon
          title={t('request.disputed', { by: disputed.by, at: short(disputed.at) })}
          description={
            <>
              <p className="said-text">{disputed.note}</p>
              <p>{t(kind === 'fault' ? 'request.disputed-fault' : 'request.disputed-enquiry')}</p>
            </>
          }
        />
      )}
      {request.missing.length > 0 && request.status !== 'closed' && (
        <p className="quiet">
          {t('request.missing', {
            facts: request.missing.map((fact) => t(`field.${fact}`)).join(t('punctuation.comma')),
          })}
        </p>
      )}
      {mine.length > 0 && (
        <div className="say-ways" role="group" aria-label={t('request.next')}>
          {mine.map((step) => (
            <button
              key={step}
              type="button"
              className="say-way"
              aria-expanded={open === step}
              onClick={() => setChosen(open === step ? null : step)}
            >
              {t(`step.${step}`)}
            </button>
          ))}
        </div>
      )}
      {mine.map((step) => {
        const { View } = views[step];
        return (
          <div key={step} hidden={open !== step} className="say-form">
            <View request={request} onDone={done} />
          </div>
        );
      })}
    </Panel>
  );
}
