import type { Article } from '@pledge/contracts/http';
import { getArticle, reviseArticle, withdrawArticle } from '@pledge/contracts/http';
import { CommandNotice, Failed, PageSkeleton, Tag, useApiQuery, useCommand, useFormat } from '@pledge/ui';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ArticleText } from '../../knowledge/article-text.js';
import { useMay } from '../../session/session.js';
import { LinkButton } from '../../ui/link-button.js';
import { PageHead, Panel } from '../../ui/primitives.js';

export function ArticlePage() {
  const { articleId = '' } = useParams();
  const asked = useApiQuery(null, getArticle, { params: { articleId } });
  if (asked.data) return <Shown article={asked.data} />;
  if (asked.isError) return <Failed error={asked.error} onRetry={() => void asked.refetch()} />;
  return <PageSkeleton />;
}

function Shown({ article }: { readonly article: Article }) {
  const { t } = useTranslation();
  const { language, short } = useFormat();
  const may = useMay();
  const [withdrawing, setWithdrawing] = useState(false);
  const live = article.state === 'published';
  return (
    <div className="page">
      <PageHead
        title={article.title[language]}
        actions={
          <>
            {live && may(reviseArticle) && (
              <LinkButton to={`/knowledge/${article.id}/revise`} primary>
                {t('knowledge.revise')}
              </LinkButton>
            )}
            {live && may(withdrawArticle) && (
              <Button danger onClick={() => setWithdrawing(true)}>
                {t('knowledge.withdraw')}
              </Button>
            )}
          </>
        }
      >
        <p className="message-head">
          <Tag tone="calm">{t(`category.${article.category}`)}</Tag>
          <Tag tone={live ? 'good' : 'bad'}>{t(`article-state.${article.state}`)}</Tag>
          {article.stale && live && <Tag tone="warn">{t('knowledge.stale')}</Tag>}
          <span className="quiet">
            {t('knowledge.edition', { edition: article.edition })} · {article.owner} · {short(article.publishedAt)}
          </span>
        </p>
      </PageHead>
      <Panel title={t('knowledge.body')}>
        <ArticleText article={article} />
      </Panel>
      {withdrawing && <WithdrawForm article={article} onClose={() => setWithdrawing(false)} />}
    </div>
  );
}

function WithdrawForm({ article, onClose }: Readonly<{ article: Article; onClose: () => void }>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const withdraw = useCommand(withdrawArticle, { onDone: onClose });
  return (
    <Modal
      open
      title={t('knowledge.withdraw')}
      okText={t('knowledge.withdraw')}
      okButtonProps={{ danger: true }}
      confirmLoading={withdraw.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('knowledge.withdraw-hint')}</p>
      <CommandNotice error={withdraw.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(body) =>
          withdraw.mutate({ input: { params: { articleId: article.id }, body }, ifMatch: article.version })
        }
      >
        <Form.Item
          name="reason"
          label={t('field.reason')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
