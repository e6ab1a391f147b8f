import type { Request } from '@pledge/contracts/http';
import { respondToRequest } from '@pledge/contracts/http';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../asking/use-command.js';
import type { PickedArticle } from '../../knowledge/article-search.js';
import { ArticleSearch } from '../../knowledge/article-search.js';
import { useMay } from '../../session/session.js';
import { CommandNotice } from '../../ui/command-notice.js';
import { Panel } from '../../ui/pieces.js';
import { useFormat } from '../../ui/use-format.js';
import type { Via } from './saying.js';
import { viaOf, viasOf } from './saying.js';
import { ViaField } from './say-fields.js';
import { TemplatePicker } from './template-picker.js';

interface Given {
  readonly text: string;
  readonly via: Via;
}

/** The answer to the user: what it was, or the field to give it. */
export function RespondPanel({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const [seen, setSeen] = useState(request);
  const [form] = Form.useForm<Given>();
  const [sources, setSources] = useState<readonly PickedArticle[]>([]);
  const respond = useCommand(respondToRequest);
  if (request.answer) {
    return (
      <Panel title={t('request.answer')}>
        <CommandNotice error={respond.error} seen={seen} now={request} />
        <blockquote className="answer">{request.answer.text}</blockquote>
        <p className="quiet">
          {request.answer.by.name} · {short(request.answer.respondedAt)}
        </p>
      </Panel>
    );
  }
  if (!may(respondToRequest) || request.status === 'closed') return null;
  const send = (given: Given) => {
    setSeen(request);
    const body = { ...given, ...(sources.length > 0 && { sources: sources.map(({ articleId }) => articleId) }) };
    respond.mutate({ input: { params: { requestId: request.id }, body }, ifMatch: request.version });
  };
  const add = (more: string) => {
    const begun = (form.getFieldValue('text') as string | undefined)?.trim() ?? '';
    form.setFieldValue('text', [begun, more].filter(Boolean).join('\n\n').slice(0, 4000));
  };
  const answerFrom = (article: PickedArticle) => {
    add(article.body);
    setSources((before) => [...before.filter(({ articleId }) => articleId !== article.articleId), article].slice(-10));
  };
  return (
    <Panel title={t('request.respond')}>
      <p className="quiet">{t('request.respond-hint')}</p>
      <CommandNotice error={respond.error} seen={seen} now={request} />
      <TemplatePicker request={request} onFilled={add} />
      <Form form={form} name="respond" layout="vertical" initialValues={{ via: viaOf(request) }} onFinish={send}>
        <Form.Item name="text" label={t('field.answer')} rules={[{ required: true, message: t('form.required') }]}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={4000}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
            }}
          />
        </Form.Item>
        <ViaField vias={viasOf(request)} />
        <Button type="primary" htmlType="submit" loading={respond.isPending}>
          {t('request.respond-send')}
        </Button>
      </Form>
      {sources.length > 0 && (
        <p className="article-actions">
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
      <details className="respond-knowledge">
        <summary>{t('knowledge.search')}</summary>
        <ArticleSearch initial={(request.subject ?? request.description).slice(0, 60)} limit={5} onPick={answerFrom} />
      </details>
    </Panel>
  );
}
