import { requestKind } from '@pledge/contracts';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

/** What the call is about; the arrow keys go through the kinds. */
export function KindChoice() {
  const { t } = useTranslation();
  return (
    <Form.Item name="kind" noStyle>
      <Radio.Group className="kind-choice" aria-label={t('report.kind')} optionType="button">
        {requestKind.options.map((kind) => (
          <Radio.Button key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </Radio.Button>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}
