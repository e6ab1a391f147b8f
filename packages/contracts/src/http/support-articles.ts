import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { category, day, id, instant, text, typedLine } from '../vocabulary.js';
import { staff } from '../staff.js';

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
const oneArticle = z.object({ articleId: id });
const withdrawn = { 'article-withdrawn': 'The article was withdrawn.' };
export type ArticleBody = z.output<typeof articleBody>;

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
  params: oneArticle,
  reply: article,
});
export const writeArticle = route({
  name: 'writeArticle',
  method: 'POST',
  path: '/articles',
  may: authors,
  status: 201,
  summary: 'Put an article into the knowledge base.',
  body: articleBody,
  reply: article,
});
export const reviseArticle = route({
  name: 'reviseArticle',
  method: 'POST',
  path: '/articles/:articleId',
  may: authors,
  summary: 'Write a newer edition.',
  params: oneArticle,
  body: articleBody,
  reply: article,
  refusals: withdrawn,
});
export const withdrawArticle = route({
  name: 'withdrawArticle',
  method: 'POST',
  path: '/articles/:articleId/withdraw',
  may: authors,
  summary: 'Take an article out of what is answered from.',
  params: oneArticle,
  body: z.object({ reason: text(500) }),
  reply: article,
  refusals: withdrawn,
});
