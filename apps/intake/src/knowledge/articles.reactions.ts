import { Controller } from '@nestjs/common';
import { ArticlePublished, ArticleWithdrawn } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On, projection } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { copyArticle, dropArticle } from './articles.projection.js';

/** Intake's own copy of the knowledge base, so that callers are answered while support is away. */
@Controller()
export class ArticleReactions {
  constructor(private readonly db: DataSource) {}

  @On(ArticlePublished, 'intake-copies-article')
  published({ data, sequence }: Received<typeof ArticlePublished>, cause: Cause) {
    return projection(this.db, cause, (tx) => copyArticle(tx, data, sequence));
  }

  @On(ArticleWithdrawn, 'intake-drops-article')
  withdrawn({ data, sequence }: Received<typeof ArticleWithdrawn>, cause: Cause) {
    return projection(this.db, cause, (tx) => dropArticle(tx, data, sequence));
  }
}
