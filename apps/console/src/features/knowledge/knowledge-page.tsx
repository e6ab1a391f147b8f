import { category as categories } from '@pledge/contracts';
import { writeArticle } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ArticleSearch } from '../../knowledge/article-search.js';
import { useMay } from '../../session/session.js';
import { LinkButton } from '../../ui/link-button.js';
import { PageHead, Panel } from '../../ui/primitives.js';
import { useOptions } from '../../ui/vocabulary.js';

/** The knowledge base; what is looked for stands in the address, so that it can be handed on. */
export function KnowledgePage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const category = categories.safeParse(search.get('category')).data;
  const change = (name: string, value: string) => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };
  return (
    <div className="page">
      <PageHead
        title={t('knowledge.title')}
        actions={
          may(writeArticle) && (
            <LinkButton to="/knowledge/new" primary>
              {t('knowledge.write')}
            </LinkButton>
          )
        }
      />
      <div className="filters">
        <Select
          allowClear
          aria-label={t('field.category')}
          placeholder={t('knowledge.every-category')}
          value={category ?? null}
          options={useOptions('category')}
          onChange={(value: string | null | undefined) => change('category', value ?? '')}
        />
      </div>
      <Panel title={t('knowledge.search')}>
        <ArticleSearch
          initial={search.get('q') ?? ''}
          category={category}
          limit={30}
          onTyped={(q) => change('q', q)}
          extra={({ articleId, title }) => (
            <Link to={`/knowledge/${articleId}`} aria-label={`${t('knowledge.open')} ${title[language]}`}>
              {t('knowledge.open')}
            </Link>
          )}
        />
      </Panel>
    </div>
  );
}
