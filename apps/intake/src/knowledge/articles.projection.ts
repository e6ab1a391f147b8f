import type { ArticlePublished, ArticleWithdrawn, EventOf } from '@pledge/contracts/events';
import { writeReplica } from '@pledge/messaging';
import type { EntityManager } from 'typeorm';
import { initialKeys, lexemes } from '../copies/initials.projection.js';

/** The newest edition of an article, as support announced it. */
export async function copyArticle(
  tx: EntityManager,
  told: EventOf<typeof ArticlePublished>['data'],
  sequence: number,
): Promise<void> {
  const { articleId, edition, category, publishedAt } = told;
  const columns = {
    ...{ edition, category, published_at: publishedAt, withdrawn: false },
    data: JSON.stringify(told),
    initial_keys: lexemes(initialKeys(told.title.zh)),
  };
  await writeReplica(tx, { table: 'article_copy', key: { article_id: articleId }, columns }, sequence);
}

/** A row stays behind as withdrawn: an edition of before that is said again does not bring the article back. */
export async function dropArticle(
  tx: EntityManager,
  { articleId, withdrawnAt }: EventOf<typeof ArticleWithdrawn>['data'],
  sequence: number,
): Promise<void> {
  const columns = {
    edition: 0,
    category: '',
    published_at: withdrawnAt,
    withdrawn: true,
    data: '{}',
    initial_keys: '',
  };
  await writeReplica(tx, { table: 'article_copy', key: { article_id: articleId }, columns }, sequence);
}
