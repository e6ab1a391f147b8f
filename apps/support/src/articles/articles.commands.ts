import type { Article } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { ArticleCommand, ArticleEvent } from './article.js';
import { article } from './article.js';
import { articleOf } from './articles.query.js';
import { articleStore } from './articles.store.js';

/** The one door into the knowledge base. */
export abstract class Articles {
  abstract readonly handle: CommandHandler<ArticleCommand, ArticleEvent, Article>;
}

export const articlesIn = (db: DataSource, timeZone: string): Articles => ({
  handle: commandHandler({
    db,
    record: 'article',
    rules: article,
    store: articleStore,
    view: (tx, id) => articleOf(tx, id, timeZone),
  }),
});
