import { respondToRequest } from '@pledge/contracts/http';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickedArticle } from '../../knowledge/article-search.js';
import { ArticleSearch } from '../../knowledge/article-search.js';
import { longest, TextField, ViaField } from './say-fields.js';
import type { Via } from './saying.js';
import { viaOf, viasOf } from './saying.js';
import { TemplatePicker } from './template-picker.js';
import type { StepProps } from './use-request-command.js';
import { useRequestCommand } from './use-request-command.js';

interface Given {
  readonly text: string;
  readonly via: Via;
}

/** The first answer: it stops the clock, and may rest on articles or on what a department said. */
export function RespondForm({ request, onDone }: StepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const [sources, setSources] = useState<readonly PickedArticle[]>([]);
  const respond = useRequestCommand(respondToRequest, request, onDone);
  const referred = request.referral?.answer ?? null;
  const add = (more: string) => {
    const begun = (form.getFieldValue('text') as string | undefined)?.trim() ?? '';
    form.setFieldValue('text', [begun, more].filter(Boolean).join('\n\n').slice(0, longest));
  };
  const answerFrom = (article: PickedArticle) => {
    add(article.body);
    setSources((before) => [...before.filter(({ articleId }) => articleId !== article.articleId), article].slice(-10));
  };
  return (
    <div className="respond-columns">
      <div>
        <p className="quiet">{t('request.respond-hint')}</p>
        {respond.notice}
        <TemplatePicker request={request} onFilled={add} />
        {referred !== null && (
          <p className="card-actions">
            <Button size="small" onClick={() => add(referred)}>
              {t('request.respond-referred')}
            </Button>
          </p>
        )}
        <Form<Given>
          form={form}
          name="respond"
          layout="vertical"
          initialValues={{ via: viaOf(request) }}
          onFinish={(given) => {
            const body = {
              ...given,
              ...(sources.length > 0 && { sources: sources.map(({ articleId }) => articleId) }),
            };
            respond.run({ params: { requestId: request.id }, body });
          }}
        >
          <TextField label={t('field.answer')} />
          <ViaField vias={viasOf(request)} />
          <Button type="primary" htmlType="submit" loading={respond.busy}>
            {t('request.respond-send')}
          </Button>
        </Form>
        {sources.length > 0 && (
          <p className="card-actions">
            <span className="quiet">{t('request.respond-sources')}</span>
            {sources.map(({ articleId, title }) => (
              <Button
                key={articleId}
                size="small"
                aria-label={`${t('request.respond-drop')} ${title}`}
                onClick={() => setSources((before) => before.filter((one) => one.articleId !== articleId))}
              >
                {title} ×
              </Button>
            ))}
          </p>
        )}
      </div>
      <details className="respond-knowledge" open={request.kind === 'consultation'}>
        <summary>{t('knowledge.search')}</summary>
        <ArticleSearch initial={(request.subject ?? request.description).slice(0, 60)} limit={5} onPick={answerFrom} />
      </details>
    </div>
  );
}
