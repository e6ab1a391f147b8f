import type { ArticleBody, Question } from '@pledge/contracts/http';
import { decideKnowledge, getArticle } from '@pledge/contracts/http';
import { CommandNotice, Failed, Skeleton, useApiQuery, useCommand, useFormat } from '@pledge/ui';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ArticleForm } from '../../knowledge/article-form.js';
import type { PickedArticle } from '../../knowledge/article-search.js';
import { ArticleSearch } from '../../knowledge/article-search.js';

const decisions = ['new-article', 'article-updated', 'already-known', 'not-general'] as const;
type Decision = (typeof decisions)[number];

/** The knowledge decision: no question closes without it. */
export function DecideForm({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [picked, setPicked] = useState<PickedArticle | null>(null);
  const decide = useCommand(decideKnowledge);
  const [seen, setSeen] = useState(question);
  type Body = Parameters<typeof decide.mutate>[0]['input']['body'];
  const send = (body: Body) => {
    setSeen(question);
    decide.mutate({ input: { params: { questionId: question.id }, body }, ifMatch: question.version });
  };
  const draft: Partial<ArticleBody> = {
    title: {
      zh: language === 'zh' ? question.question.slice(0, 200) : '',
      en: language === 'en' ? question.question.slice(0, 200) : '',
    },
    body: {
      zh: language === 'zh' ? (question.answer ?? '') : '',
      en: language === 'en' ? (question.answer ?? '') : '',
    },
    ...(question.category && { category: question.category }),
    appliesTo: question.equipmentModel === null ? [] : [question.equipmentModel],
  };
  return (
    <fieldset className="decide">
      <legend>{t('questions.decide')}</legend>
      <p className="quiet">{t('questions.decide-hint')}</p>
      <Radio.Group
        aria-label={t('questions.decide')}
        value={decision}
        onChange={({ target }) => {
          setDecision(target.value as Decision);
          setPicked(null);
        }}
        options={decisions.map((value) => ({ value, label: t(`knowledge-decision.${value}`) }))}
      />
      {(decision === 'already-known' || decision === 'not-general') && (
        <CommandNotice error={decide.error} seen={seen} now={question} />
      )}
      {decision === 'new-article' && (
        <ArticleForm
          initial={draft}
          error={decide.error}
          busy={decide.isPending}
          submitWord={t('questions.close')}
          onSubmit={(article) => send({ decision, article })}
        />
      )}
      {(decision === 'article-updated' || decision === 'already-known') && picked === null && (
        <ArticleSearch
          initial={question.question.slice(0, 60)}
          limit={6}
          onPick={setPicked}
          pickWord={t('questions.pick')}
        />
      )}
      {decision === 'already-known' && picked !== null && (
        <p className="card-actions">
          <span className="article-title">{picked.title}</span>
          <Button
            type="primary"
            loading={decide.isPending}
            onClick={() => send({ decision, articleId: picked.articleId })}
          >
            {t('questions.close')}
          </Button>
        </p>
      )}
      {decision === 'article-updated' && picked !== null && (
        <Updated
          articleId={picked.articleId}
          error={decide.error}
          busy={decide.isPending}
          onSubmit={(article) => send({ decision, articleId: picked.articleId, article })}
        />
      )}
      {decision === 'not-general' && (
        <Form<{ readonly note: string }> layout="vertical" onFinish={({ note }) => send({ decision, note })}>
          <Form.Item
            name="note"
            label={t('field.reason')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={decide.isPending}>
            {t('questions.close')}
          </Button>
        </Form>
      )}
    </fieldset>
  );
}

interface UpdatedProps {
  readonly articleId: string;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly onSubmit: (body: ArticleBody) => void;
}

function Updated({ articleId, error, busy, onSubmit }: UpdatedProps) {
  const { t } = useTranslation();
  const asked = useApiQuery(null, getArticle, { params: { articleId } });
  if (asked.isError && !asked.data) return <Failed error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Skeleton count={4} />;
  return (
    <ArticleForm initial={asked.data} error={error} busy={busy} submitWord={t('questions.close')} onSubmit={onSubmit} />
  );
}
