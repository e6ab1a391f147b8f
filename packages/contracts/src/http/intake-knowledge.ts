import { z } from 'zod';
import { routesOf } from '../define-route.js';
import { category, day, id, instant, typedLine } from '../vocabulary.js';
import { staff } from '../staff.js';

const route = routesOf('intake');

/** An article the hotline answers from: intake's copy of what support announced. */
export const articleHit = z.object({
  articleId: id,
  edition: z.int(),
  title: z.object({ zh: z.string(), en: z.string() }),
  body: z.object({ zh: z.string(), en: z.string() }),
  category,
  appliesTo: z.array(z.string()),
  source: z.string(),
  /** After this day nobody has looked whether it is still true. */
  reviewBy: day,
  publishedAt: instant,
});
export type ArticleHit = z.output<typeof articleHit>;
export const searchArticles = route({
  name: 'searchArticles',
  method: 'GET',
  path: '/articles',
  may: staff,
  summary:
    'Search the knowledge base, in Chinese, English or pinyin initials, the best first; without words the newest first (S-77).',
  query: z.object({
    q: typedLine(200).optional(),
    category: category.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  reply: z.object({ items: z.array(articleHit) }),
});
