import type { ArticlePublished, Fact } from '@pledge/contracts/events';
import type { EntityManager } from 'typeorm';
import { initialKeys } from '../copies/initials.projection.js';

/** The newest edition of an article, as support announced it. */
export async function copyArticle(tx: EntityManager, told: Fact<typeof ArticlePublished>['data']): Promise<void> {
  await tx.query(
    `insert into article_copy (article_id, edition, category, published_at, data, initial_keys)
     values ($1, $2, $3, $4, $5, array_to_tsvector($6::text[]))
     on conflict (article_id) do update set edition = excluded.edition, category = excluded.category,
       published_at = excluded.published_at, data = excluded.data, initial_keys = excluded.initial_keys
     where article_copy.edition < excluded.edition`,
    [told.articleId, told.edition, told.category, told.publishedAt, JSON.stringify(told), initialKeys(told.title.zh)],
  );
}

export async function dropArticle(tx: EntityManager, articleId: string): Promise<void> {
  await tx.query('delete from article_copy where article_id = $1', [articleId]);
}
