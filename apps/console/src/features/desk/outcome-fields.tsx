import type { Category, RequestKind } from '@pledge/contracts';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouted } from '../../api/use-routed.js';
import { useOptions } from '../../ui/vocabulary.js';
import type { OutcomeValues } from './draft.js';
import type { Way } from './next-step.js';
import { waysOf } from './next-step.js';

interface OutcomeFieldsProps {
  readonly kind: RequestKind;
  readonly category: Category | undefined;
  readonly way: Way;
  readonly sources: NonNullable<OutcomeValues['sources']>;
  readonly onDrop: (articleId: string) => void;
}

/** What is done at once: the answer with what it rests on, or why there is none yet, who is asked and by when. */
export function OutcomeFields({ kind, category, way, sources, onDrop }: OutcomeFieldsProps) {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('form.required') }];
  const routed = useRouted(kind, category ?? null);
  const departments = useOptions('department').filter(({ value }) => value !== 'intake' && value !== 'superior');
  return (
    <fieldset className="panel outcome">
      <legend>{t('at-once.title')}</legend>
      <div className="fields">
        <Form.Item name={['outcome', 'way']} label={t('at-once.way')} className="wide">
          <Radio.Group
            aria-label={t('at-once.way')}
            options={waysOf(kind).map((value) => ({ value, label: t(`at-once.${value}`) }))}
          />
        </Form.Item>
        {way === 'answer' && (
          <Form.Item name={['outcome', 'text']} label={t('field.answer')} className="wide" rules={required}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
          </Form.Item>
        )}
        {way === 'answer' && sources.length > 0 && (
          <p className="card-actions wide">
            <span className="quiet">{t('at-once.sources')}</span>
            {sources.map(({ articleId, title }) => (
              <Button
                key={articleId}
                size="small"
                aria-label={`${t('at-once.drop')} ${title}`}
                onClick={() => onDrop(articleId)}
              >
                {title} ×
              </Button>
            ))}
          </p>
        )}
        {way === 'refer' && (
          <>
            <Form.Item name={['outcome', 'department']} label={t('at-once.department')}>
              <Select
                allowClear
                placeholder={routed && t('refer.by-table', { department: t(`department.${routed}`) })}
                options={departments}
              />
            </Form.Item>
            <Form.Item name={['outcome', 'toldBy']} label={t('at-once.told-by')} rules={required}>
              <Input type="datetime-local" />
            </Form.Item>
            <Form.Item name={['outcome', 'reason']} label={t('at-once.reason')} className="wide" rules={required}>
              <Input maxLength={500} placeholder={t('at-once.reason-hint')} />
            </Form.Item>
          </>
        )}
        {way === 'hand-over' && (
          <Form.Item name={['outcome', 'handled']} label={t('at-once.handled')} className="wide">
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
        )}
      </div>
    </fieldset>
  );
}
