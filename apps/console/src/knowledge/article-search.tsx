import type { Category } from '@pledge/contracts';
import type { ArticleHit } from '@pledge/contracts/http';
import { searchArticles } from '@pledge/contracts/http';
import { Empty, Failed, Skeleton, Tag, useApiQuery, useFormat, useSettled } from '@pledge/ui';
import { serverNow } from '@pledge/ui/time';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArticleText } from './article-text.js';

export interface PickedArticle {
  readonly articleId: string;
  readonly title: string;
  /** What it says, in the language of the screen. */
  readonly body: string;
}

interface ArticleSearchProps {
  /** What is looked for at first, e.g. the subject of the request. */
  readonly initial?: string;
  /** What is typed elsewhere on the screen: looked for until somebody types here, and again when that is cleared. */
  readonly following?: string;
  readonly category?: Category | undefined;
  readonly limit?: number;
  /** Called with the article that is to be answered from; without it there is nothing to pick. */
  readonly onPick?: (article: PickedArticle) => void;
  /** What the button says where it is not "answer from this". */
  readonly pickWord?: string;
  readonly onTyped?: (q: string) => void;
  /** What stands beside an article, e.g. a link to it. */
  readonly extra?: (hit: ArticleHit) => ReactNode;
}

/** Looks into the knowledge base while somebody types; an article is read in place, and may be picked. */
export function ArticleSearch({
  initial = '',
  following,
  category,
  limit = 8,
  onPick,
  pickWord,
  onTyped,
  extra,
}: ArticleSearchProps) {
  const { t } = useTranslation();
  const labelled = useId();
  const [own, setOwn] = useState<string | null>(following === undefined ? initial : null);
  const typed = own ?? following ?? '';
  const q = useSettled(typed.trim());
  const asked = { query: { limit, ...(q !== '' && { q }), ...(category && { category }) } };
  const found = useApiQuery(null, searchArticles, asked, { keep: true, staleTime: 30_000 });
  const hits = found.data?.items ?? [];
  return (
    <search className="article-search">
      <label htmlFor={labelled} className="unseen">
        {t('knowledge.search')}
      </label>
      <Input
        id={labelled}
        type="search"
        allowClear
        maxLength={200}
        value={typed}
        placeholder={t('knowledge.search-hint')}
        onChange={({ target }) => {
          setOwn(target.value === '' && following !== undefined ? null : target.value);
          onTyped?.(target.value.trim());
        }}
      />
      {found.isPending ? (
        <Skeleton count={4} />
      ) : found.isError && !found.data ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} />
      ) : hits.length === 0 ? (
        <Empty title={t('knowledge.none')} hint={t('knowledge.none-hint')} />
      ) : (
        <ul className="article-hits">
          {hits.map((hit) => (
            <Hit key={hit.articleId} hit={hit} onPick={onPick} pickWord={pickWord} extra={extra} />
          ))}
        </ul>
      )}
    </search>
  );
}

interface HitProps {
  readonly hit: ArticleHit;
  readonly onPick: ((article: PickedArticle) => void) | undefined;
  readonly pickWord: string | undefined;
  readonly extra: ((hit: ArticleHit) => ReactNode) | undefined;
}

function Hit({ hit, onPick, pickWord, extra }: HitProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const title = hit.title[language];
  const stale = Date.parse(`${hit.reviewBy}T23:59:59+08:00`) < serverNow();
  return (
    <li>
      <details>
        <summary>
          <span className="article-title">{title}</span>
          <Tag tone="calm">{t(`category.${hit.category}`)}</Tag>
          {stale && <Tag tone="warn">{t('knowledge.stale')}</Tag>}
        </summary>
        <ArticleText article={hit} />
      </details>
      {(onPick !== undefined || extra !== undefined) && (
        <p className="card-actions">
          {onPick && (
            <Button
              size="small"
              aria-label={`${pickWord ?? t('knowledge.pick')} ${title}`}
              onClick={() => onPick({ articleId: hit.articleId, title, body: hit.body[language] })}
            >
              {pickWord ?? t('knowledge.pick')}
            </Button>
          )}
          {extra?.(hit)}
        </p>
      )}
    </li>
  );
}
