import type { Twin } from '@pledge/contracts/http';
import { Tag, useFormat } from '@pledge/ui';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Likelihood } from './twin-choice.js';
import { joinable, likelihoodOf, reasonsOf } from './twin-choice.js';

interface TwinsPanelProps {
  readonly found: readonly Twin[];
  readonly choice: string;
  readonly failed: boolean;
}

/** What the report may tell of again, while it is typed: decided on before it is sent. */
export function TwinsPanel({ found, choice, failed }: TwinsPanelProps) {
  const { t } = useTranslation();
  if (failed && found.length === 0) {
    return (
      <p className="quiet twins-failed" role="status">
        {t('twin.failed')}
      </p>
    );
  }
  if (found.length === 0) return null;
  const byRule = found.find(({ joins }) => joins);
  return (
    <fieldset className="panel twins">
      <legend>{t('twin.title')}</legend>
      <p className="unseen" role="status">
        {t('twin.count', { count: found.length })}
      </p>
      <Form.Item name={['twin', 'choice']} noStyle>
        <Radio.Group className="twin-choices" aria-label={t('twin.title')}>
          {found.map((one) =>
            joinable(one) ? (
              <Radio key={one.id} value={one.id}>
                <TwinLine one={one} join />
              </Radio>
            ) : (
              <div key={one.id} className="twin-told">
                <TwinLine one={one} />
              </div>
            ),
          )}
          <Radio value="separate">{t('twin.separate')}</Radio>
          <Radio value="rule">{byRule ? t('twin.rule-joins', { number: byRule.number }) : t('twin.rule-new')}</Radio>
        </Radio.Group>
      </Form.Item>
      {choice === 'separate' && (
        <Form.Item
          name={['twin', 'reason']}
          label={t('twin.because')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      )}
    </fieldset>
  );
}

const tones: Readonly<Record<Likelihood, 'bad' | 'warn' | 'calm'>> = { sure: 'bad', likely: 'warn', possible: 'calm' };

function TwinLine({ one, join = false }: { readonly one: Twin; readonly join?: boolean }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const likelihood = likelihoodOf(one);
  return (
    <span className="twin-line">
      <span>
        {join && `${t('twin.join')} `}
        <Link to={`/requests/${one.id}`} className="number" target="_blank">
          {one.number}
        </Link>{' '}
        <Tag tone={tones[likelihood]}>{t(`twin.${likelihood}`)}</Tag>{' '}
        {reasonsOf(one).map((reason) => (
          <Tag key={reason} tone="info">
            {t(`twin.why.${reason}`)}
          </Tag>
        ))}
      </span>
      <span>{one.description}</span>
      <span className="quiet">
        {[one.reporter, one.siteName, one.equipmentName].filter(Boolean).join(' · ')} · {short(one.receivedAt)} ·{' '}
        {t(`request-status.${one.status}`)}
      </span>
    </span>
  );
}
