import { QuestionCircleOutlined } from '@ant-design/icons';
import type { Explanation, PromiseName } from '@pledge/contracts';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExplanationLines } from './explanation-lines.js';

interface ExplainButtonProps {
  readonly promise: PromiseName;
  readonly explanation: Explanation;
}

export function ExplainButton({ promise, explanation }: ExplainButtonProps) {
  const { t } = useTranslation();
  const name = t(`promise.${promise}`);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      title={t('clock.why-title', { promise: name })}
      content={
        <div className="explanation-frame">
          <ExplanationLines explanation={explanation} />
        </div>
      }
    >
      <Button type="text" size="small" icon={<QuestionCircleOutlined aria-hidden />}>
        {t('clock.why')}
        <span className="unseen"> {name}</span>
      </Button>
    </Popover>
  );
}
