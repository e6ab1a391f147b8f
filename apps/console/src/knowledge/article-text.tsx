import type { ArticleHit } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/primitives.js';

type Shown = Pick<ArticleHit, 'body' | 'appliesTo' | 'source' | 'reviewBy'>;

/** What an article says, in the language of the screen, with where it can be looked up. */
export function ArticleText({ article }: { readonly article: Shown }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (
    <>
      <p className="article-body">{article.body[language]}</p>
      <Facts
        facts={[
          { name: t('knowledge.applies-to'), value: article.appliesTo.join(t('punctuation.comma')), wide: true },
          { name: t('knowledge.source'), value: article.source, wide: true },
          { name: t('knowledge.review-by'), value: article.reviewBy },
        ]}
      />
    </>
  );
}
