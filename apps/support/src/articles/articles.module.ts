import { Module } from '@nestjs/common';
import type { Condition } from '@pledge/application';
import { aggregate, aggregateModule, documents, getOf, listOf, projectionOf } from '@pledge/application';
import type { Article as ArticleView } from '@pledge/contracts/http';
import { articleRoutes, getArticle, listArticles } from '@pledge/contracts/http';
import { Commands } from '@pledge/messaging';
import type { ArticleCommand, ArticleEvent, Edition } from './article.js';
import { article } from './article.js';

export abstract class Articles extends Commands<ArticleCommand, ArticleEvent, ArticleView> {}

interface Row extends Pick<ArticleView, 'id' | 'state' | 'stale' | 'version'> {
  readonly edition: Edition;
}

const view = projectionOf<ArticleView>({
  from: 'article a',
  key: 'a.article_id',
  select: {
    ...{ id: 'a.article_id', state: 'a.state', edition: `a.record -> 'edition'`, version: 'a.version' },
    stale: 'a.review_by < (clock_timestamp() at time zone :timeZone)::date',
  },
  item({ id, state, stale, version, edition: { articleId: _, ...edition } }: Row): ArticleView {
    return { id, ...edition, state, stale, version };
  },
});

/** One width, one case: what a search compares. */
const normalised = (text: string): string => text.normalize('NFKC').toLowerCase();

const searchedIn = ({ title, body, keywords, appliesTo }: Edition): string =>
  normalised([title.zh, title.en, ...keywords, ...appliesTo, body.zh, body.en].join('\n'));

export const articles = aggregate('article', article, {
  store: documents('article', 'article_id', {
    state: ({ status }) => status,
    edition: ({ edition }) => edition.edition,
    category: ({ edition }) => edition.category,
    question_id: ({ edition }) => edition.questionId,
    review_by: ({ edition }) => edition.reviewBy,
    published_at: ({ edition }) => edition.publishedAt,
    search: ({ edition }) => searchedIn(edition),
  }),
  view: ({ id, timeZone }) => view.one(id, timeZone),
});

/** Every word that is asked for stands somewhere in the article. */
function searched(q: string): Condition | undefined {
  const words = normalised(q)
    .split(/[\s\0]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const pattern = (word: string) => `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  return (at) => words.map((word) => `a.search like ${at(pattern(word))}`).join(' and ');
}

export const articleList = listOf(listArticles, view, {
  filters: { category: 'a.category', state: 'a.state' },
  search: searched,
  order: [
    ['a.published_at', 'desc', 'timestamptz'],
    ['a.article_id', 'asc', 'uuid'],
  ],
});
export const articleReader = getOf(getArticle, view);

@Module(aggregateModule(articles, Articles, { commands: articleRoutes, lists: [articleList], gets: [articleReader] }))
export class ArticlesModule {}
