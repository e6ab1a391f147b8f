import { PlusOutlined } from '@ant-design/icons';
import type { AnswerTemplate } from '@pledge/contracts/http';
import { deleteTemplate, listTemplates, saveTemplate } from '@pledge/contracts/http';
import { CommandNotice, Empty, Failed, Skeleton, Tag, useApiQuery, useCommand, useFormat } from '@pledge/ui';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { PageHead, Panel } from '../../ui/primitives.js';
import { TemplateForm } from './template-form.js';

/** Texts for answers, in both languages, with the variables a request fills in. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const may = useMay();
  const [edited, setEdited] = useState<AnswerTemplate | 'new' | null>(null);
  const list = useApiQuery(null, listTemplates, { query: {} });
  const remove = useCommand(deleteTemplate);
  const writes = may(saveTemplate);
  if (list.isPending) return <Skeleton />;
  if (!list.data) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  const { items, variables } = list.data;
  const create = (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
      {t('templates.new')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('templates.title')} actions={writes && create}>
        <p className="lead">{t('templates.lead')}</p>
      </PageHead>
      <CommandNotice error={remove.error} />
      {edited !== null && (
        <TemplateForm
          key={edited === 'new' ? 'new' : edited.id}
          template={edited === 'new' ? null : edited}
          variables={variables}
          onDone={() => setEdited(null)}
        />
      )}
      {items.length === 0 && <Empty title={t('templates.empty')} hint={t('templates.empty-hint')} />}
      {items.map((template) => (
        <Panel
          key={template.id}
          title={template.name}
          extra={
            <span>
              {template.kinds.map((kind) => (
                <Tag key={kind} tone="calm">
                  {t(`kind.${kind}`)}
                </Tag>
              ))}
            </span>
          }
        >
          <blockquote className="answer">{template.text[language]}</blockquote>
          {writes && (
            <p className="actions">
              <Button
                size="small"
                aria-label={`${t('templates.edit')} ${template.name}`}
                onClick={() => setEdited(template)}
              >
                {t('templates.edit')}
              </Button>
              <Popconfirm
                title={t('templates.delete-sure')}
                onConfirm={() =>
                  remove.mutate({ input: { params: { templateId: template.id } }, ifMatch: template.version })
                }
              >
                <Button size="small" danger aria-label={`${t('templates.delete')} ${template.name}`}>
                  {t('templates.delete')}
                </Button>
              </Popconfirm>
            </p>
          )}
        </Panel>
      ))}
    </div>
  );
}
