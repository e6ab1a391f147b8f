import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { command, creates, defineRecord } from '../define-record.js';
import { page, paging, routesOf } from '../define-route.js';
import { person } from '../promise.js';
import { staff } from '../staff.js';
import { category, day, id, instant, text, typedLine } from '../vocabulary.js';

const route = routesOf('support');
const authors = ['support-engineer', 'trainer'] as const;

/** What an author writes: both languages, so that every agent can answer every caller. */
export const articleBody = z.object({
  title: z.object({ zh: text(200), en: text(200) }),
  body: z.object({ zh: text(20_000), en: text(20_000) }),
  category,
  keywords: z.array(text(40)).max(30).default([]),
  appliesTo: z.array(text(80)).max(30).default([]),
  /** Where it can be looked up: a standard, a manual, a report of ours. */
  source: text(200),
  /** By when somebody looks whether it is still true. */
  reviewBy: day,
});
export type ArticleBody = z.output<typeof articleBody>;

export const article = articleBody.extend({
  id,
  edition: z.int(),
  state: z.enum(['published', 'withdrawn']),
  /** Who wrote this edition. */
  owner: z.string(),
  /** The question it was learnt from. */
  questionId: id.nullable(),
  publishedAt: instant,
  /** True where its review is due. */
  stale: z.boolean(),
  version: z.int(),
});
export type Article = z.output<typeof article>;

export const ArticlePublished = defineEvent(
  'support.article-published.v1',
  'An article is in 业务资料数据库, or a newer version of it.',
  z.object({
    articleId: id,
    edition: z.int().positive(),
    title: z.object({ zh: z.string(), en: z.string() }),
    body: z.object({ zh: z.string(), en: z.string() }),
    category,
    /** Further words by which it is found. */
    keywords: z.array(z.string()),
    appliesTo: z.array(z.string()),
    source: z.string(),
    owner: z.string(),
    reviewBy: day,
    /** The question it was learnt from. */
    questionId: id.nullable(),
    publishedAt: instant,
  }),
);

export const ArticleWithdrawn = defineEvent(
  'support.article-withdrawn.v1',
  'An article is no longer to be answered from.',
  z.object({ articleId: id, reason: z.string(), by: person, withdrawnAt: instant }),
);
export const articleEvents = { ArticlePublished, ArticleWithdrawn };

export const listArticles = route({
  name: 'listArticles',
  method: 'GET',
  path: '/articles',
  may: staff,
  summary: '业务资料数据库, newest first.',
  query: paging.extend({
    q: typedLine(200).optional(),
    category: category.optional(),
    state: article.shape.state.optional(),
  }),
  reply: page(article),
});
export const getArticle = route({
  name: 'getArticle',
  method: 'GET',
  path: '/articles/:articleId',
  may: staff,
  summary: 'One article.',
  params: z.object({ articleId: id }),
  reply: article,
});

const record = defineRecord({ service: 'support', path: '/articles', key: 'articleId', reply: article });
export const articleWithdrawn = {
  'article-withdrawn': { zh: '该资料已撤下，不能再修改。', en: 'The article was withdrawn and cannot be changed.' },
};

export const writeArticle = creates(record, 'write', {
  name: 'writeArticle',
  may: authors,
  summary: 'Put an article into the knowledge base.',
  body: articleBody,
});
export const reviseArticle = command(record, 'revise', {
  name: 'reviseArticle',
  at: '',
  may: authors,
  summary: 'Write a newer edition.',
  body: articleBody,
  refusals: articleWithdrawn,
});
export const withdrawArticle = command(record, 'withdraw', {
  name: 'withdrawArticle',
  may: authors,
  summary: 'Take an article out of what is answered from.',
  body: z.object({ reason: text(500) }),
  refusals: articleWithdrawn,
});
export const articleRoutes = { write: writeArticle, revise: reviseArticle, withdraw: withdrawArticle };
