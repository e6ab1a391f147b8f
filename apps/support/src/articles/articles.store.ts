import type { Store } from '@pledge/messaging';
import type { Article, Edition, Withdrawal } from './article.js';

interface ArticleRow {
  readonly text: Edition;
  readonly withdrawn: Withdrawal | null;
  readonly version: number;
}

export const articleStore: Store<Article> = {
  async load(tx, articleId) {
    const [row] = await tx.query<ArticleRow[]>('select text, withdrawn, version from article where article_id = $1', [
      articleId,
    ]);
    if (!row) return undefined;
    const { text: edition, withdrawn: withdrawal, version } = row;
    const state: Article = withdrawal ? { status: 'withdrawn', edition, withdrawal } : { status: 'published', edition };
    return { state, version };
  },

  async save(tx, articleId, state, version) {
    if (state.status === 'absent') return;
    const { edition } = state;
    await tx.query(
      `insert into article (article_id, state, edition, category, text, owner, question_id, review_by, published_at, withdrawn,
         search, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (article_id) do update set state = excluded.state, edition = excluded.edition, category = excluded.category,
         text = excluded.text, owner = excluded.owner, review_by = excluded.review_by, published_at = excluded.published_at,
         withdrawn = excluded.withdrawn, search = excluded.search, version = excluded.version`,
      [
        articleId,
        state.status,
        edition.edition,
        edition.category,
        JSON.stringify(edition),
        edition.owner,
        edition.questionId,
        edition.reviewBy,
        edition.publishedAt,
        state.status === 'withdrawn' ? JSON.stringify(state.withdrawal) : null,
        searchedOf(edition),
        version,
      ],
    );
  },
};

const searchedOf = ({ title, body, keywords, appliesTo }: Edition): string =>
  [title.zh, title.en, ...keywords, ...appliesTo, body.zh, body.en].join('\n').normalize('NFKC').toLowerCase();
