import type { Article } from '@pledge/contracts/http';
import { getArticle, reviseArticle, writeArticle } from '@pledge/contracts/http';
import { Failed, NotFound, PageSkeleton, useApiQuery, useCommand } from '@pledge/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../session/session.js';
import { ArticleForm } from '../../knowledge/article-form.js';
import { PageHead, Panel } from '../../ui/primitives.js';

export function WriteArticlePage() {
  return useMay()(writeArticle) ? <Write /> : <NotFound />;
}

function Write() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const write = useCommand(writeArticle, { onDone: ({ id }) => void navigate(`/knowledge/${id}`) });
  return (
    <div className="page">
      <PageHead title={t('knowledge.write')} />
      <Panel title={t('knowledge.body')}>
        <ArticleForm
          error={write.error}
          busy={write.isPending}
          submitWord={t('knowledge.publish')}
          onSubmit={(body) => write.mutate({ input: { body } })}
        />
      </Panel>
    </div>
  );
}

export function ReviseArticlePage() {
  const { articleId = '' } = useParams();
  const asked = useApiQuery(null, getArticle, { params: { articleId } });
  const may = useMay();
  if (!may(reviseArticle)) return <NotFound />;
  if (asked.data) return <Revise article={asked.data} />;
  if (asked.isError) return <Failed error={asked.error} onRetry={() => void asked.refetch()} />;
  return <PageSkeleton />;
}

function Revise({ article }: { readonly article: Article }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // What the author began from: who wrote meanwhile is not overwritten unseen.
  const [begun, setBegun] = useState(article);
  const [seen, setSeen] = useState(article);
  const revise = useCommand(reviseArticle, { onDone: ({ id }) => void navigate(`/knowledge/${id}`) });
  return (
    <div className="page">
      <PageHead title={t('knowledge.revise')} />
      <Panel title={t('knowledge.edition', { edition: article.edition + 1 })}>
        <ArticleForm
          initial={begun}
          error={revise.error}
          seen={seen}
          now={article}
          busy={revise.isPending}
          submitWord={t('knowledge.publish')}
          onSubmit={(body) => {
            setSeen(begun);
            revise.mutate({ input: { params: { articleId: article.id }, body }, ifMatch: begun.version });
            setBegun(article);
          }}
        />
      </Panel>
    </div>
  );
}
