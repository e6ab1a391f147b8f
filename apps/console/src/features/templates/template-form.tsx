import { requestKind } from '@pledge/contracts';
import type { RequestKind } from '@pledge/contracts';
import type { AnswerTemplate } from '@pledge/contracts/http';
import { saveTemplate } from '@pledge/contracts/http';
import { CommandNotice, Tag, useCommand } from '@pledge/ui';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/primitives.js';
import { faultsOf } from './variables.js';

interface Written {
  readonly name: string;
  readonly kinds: RequestKind[];
  readonly text: { readonly zh: string; readonly en: string };
}

interface TemplateFormProps {
  readonly template: AnswerTemplate | null;
  readonly variables: readonly string[];
  readonly onDone: () => void;
}

/** A text in both languages; what is wrong with its variables is said while it is typed. */
export function TemplateForm({ template, variables, onDone }: TemplateFormProps) {
  const { t } = useTranslation();
  const [templateId] = useState(() => template?.id ?? crypto.randomUUID());
  const [form] = Form.useForm<Written>();
  const text = Form.useWatch((all: Partial<Written>): Partial<Written['text']> | undefined => all.text, form);
  const save = useCommand(saveTemplate, { onDone });
  const { unknown, lopsided } = faultsOf({ zh: text?.zh ?? '', en: text?.en ?? '' }, variables);
  const required = [{ required: true, whitespace: true, message: t('form.required') }];
  return (
    <Panel title={t(template ? 'templates.edit' : 'templates.new')} className="step">
      <CommandNotice error={save.error} seen={template} now={template} />
      <Form<Written>
        form={form}
        layout="vertical"
        initialValues={template ?? { name: '', kinds: [], text: { zh: '', en: '' } }}
        onFinish={({ name, kinds, text: written }) =>
          save.mutate({
            input: { params: { templateId }, body: { name, kinds, text: { zh: written.zh, en: written.en } } },
            ...(template ? { ifMatch: template.version } : {}),
          })
        }
      >
        <div className="fields">
          <Form.Item name="name" label={t('templates.name')} rules={required}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="kinds" label={t('templates.kinds')} extra={t('templates.kinds-hint')}>
            <Select
              mode="multiple"
              options={requestKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name={['text', 'zh']} label={t('templates.zh')} rules={required}>
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={4000} lang="zh-CN" />
          </Form.Item>
          <Form.Item name={['text', 'en']} label={t('templates.en')} rules={required}>
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={4000} lang="en" />
          </Form.Item>
        </div>
        <p className="quiet">
          {t('templates.variables')}{' '}
          {variables.map((name) => (
            <code key={name}>{`{{${name}}} `}</code>
          ))}
        </p>
        <p role="status">
          {unknown.length > 0 && <Tag tone="bad">{t('templates.unknown', { names: unknown.join(', ') })}</Tag>}{' '}
          {lopsided.length > 0 && <Tag tone="warn">{t('templates.lopsided', { names: lopsided.join(', ') })}</Tag>}
        </p>
        <p className="actions">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('templates.save')}
          </Button>
          <Button onClick={onDone}>{t('templates.leave')}</Button>
        </p>
      </Form>
    </Panel>
  );
}
