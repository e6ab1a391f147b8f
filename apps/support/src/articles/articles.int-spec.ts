import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { demoArticles } from '@pledge/demo';
import type { ArticleBody, InputOf, listArticles } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { supportMigrations } from '../migrations/index.js';
import { seedArticles } from '../seed.js';
import type { Articles } from './articles.module.js';
import { articleList, articleReader, articles as kind } from './articles.module.js';

const zone = 'Asia/Shanghai';
const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supportMigrations] });
const db = () => fresh().dataSource;
let articles: Articles;
beforeEach(() => {
  articles = commandsOf(db(), kind, zone);
});

const caller = {
  ...{ personId: 'hou', name: '侯博文', role: 'support-engineer', roles: ['support-engineer'] },
  ...{ department: 'support', customerId: null },
};
const articleOf = (articleId: string) => articleReader.one(db(), articleId, undefined, zone);
const cause = (change: Partial<Cause> = {}): Cause => ({
  by: 'person:hou',
  caller,
  key: randomUUID(),
  wantsView: true,
  ...change,
});
const text: ArticleBody = {
  title: { zh: '读卡无响应', en: 'The reader does not answer' },
  body: { zh: '先量 DC 12 V 电压，低于 11 V 更换电源。', en: 'Measure DC 12 V first.' },
  category: 'access-control',
  keywords: ['刷卡'],
  appliesTo: ['HY-AC4000'],
  source: 'GB 50396-2007',
  reviewBy: '2099-01-01',
};
async function written(change: Partial<ArticleBody> = {}): Promise<string> {
  const articleId = randomUUID();
  await articles.handle(articleId, { ...text, ...change, type: 'write' }, cause());
  return articleId;
}
type Query = InputOf<typeof listArticles>['query'];
const page = (query: Query) => articleList.page(db(), query, undefined, zone);
const listed = async (query: Partial<Query> = {}) => (await page({ limit: 50, ...query })).items.map(({ id }) => id);
const said = () =>
  db().query<{ type: string; data: { edition?: number } }[]>(
    'select j.type, j.data from outbox o join journal j using (event_id) order by o.seq',
  );

describe('the knowledge base', () => {
  it('shows an article as it was written, and announces every edition and the withdrawal', async () => {
    const articleId = await written();
    expect(await articleOf(articleId)).toEqual({
      id: articleId,
      ...text,
      edition: 1,
      state: 'published',
      owner: '侯博文',
      questionId: null,
      publishedAt: expect.any(String) as unknown,
      stale: false,
      version: 1,
    });
    const next = { ...text, reviewBy: '2020-01-01' };
    const { view } = await articles.handle(articleId, { type: 'revise', ...next }, cause());
    expect(view).toMatchObject({ edition: 2, stale: true, version: 2 });
    await articles.handle(articleId, { type: 'withdraw', reason: '停产' }, cause());
    expect(await articleOf(articleId)).toMatchObject({
      state: 'withdrawn',
      edition: 2,
      version: 3,
    });
    expect((await said()).map(({ type, data }) => [type, data.edition])).toEqual([
      ['support.article-published.v1', 1],
      ['support.article-published.v1', 2],
      ['support.article-withdrawn.v1', undefined],
    ]);
  });

  it('does not let an author overwrite what they have not seen', async () => {
    const articleId = await written();
    await articles.handle(articleId, { type: 'revise', ...text }, cause({ expectedVersion: 1 }));
    const blind = articles.handle(articleId, { type: 'revise', ...text }, cause({ expectedVersion: 1 }));
    await expect(blind).rejects.toMatchObject({ name: 'StaleVersion', view: { edition: 2 } });
  });

  it('learns one article of one question at most, also from the database', async () => {
    const questionId = randomUUID();
    const write = (articleId: string) => articles.handle(articleId, { ...text, type: 'learn', questionId }, cause());
    await write(randomUUID());
    await expect(write(randomUUID())).rejects.toThrow(/article_of_question/u);
  });

  it('says that what is not there is not there', () =>
    expect(articleOf(randomUUID())).rejects.toMatchObject({ name: 'NotFound' }));
});

it('is there in a new house, and at a second start as people left it', async () => {
  await seedArticles(articles);
  const [first] = demoArticles;
  await articles.handle(first!.articleId, { type: 'withdraw', reason: '停产' }, cause());
  await seedArticles(articles);
  expect(await listed({ limit: 200 })).toHaveLength(demoArticles.length);
  expect(await articleOf(first!.articleId)).toMatchObject({ state: 'withdrawn' });
  expect((await said()).length).toBe(demoArticles.length + 1);
});

describe('the list', () => {
  it('finds by every word in any order, whatever its width and case, in title, body, keyword or model', async () => {
    const articleId = await written();
    await written({
      title: { zh: '云台失控', en: 'PTZ out of control' },
      keywords: [],
      appliesTo: [],
      body: { zh: '无', en: 'no' },
    });
    for (const q of ['读卡', 'READER answer', '１１ Ｖ', '刷卡', 'hy-ac4000', '电压 无响应']) {
      expect(await listed({ q })).toEqual([articleId]);
    }
    expect(await listed({ q: '读卡 云台' })).toEqual([]);
    expect(await listed({ q: '%' })).toEqual([]);
    expect(await listed({ q: '\u0000' })).toHaveLength(2);
  });

  it('is by category and state, newest edition first, page by page', async () => {
    const [a, b, c] = [await written(), await written({ category: 'network' }), await written()];
    await articles.handle(a, { type: 'revise', ...text }, cause());
    await articles.handle(c, { type: 'withdraw', reason: '停产' }, cause());
    expect(await listed()).toEqual([a, c, b]);
    expect(await listed({ category: 'network' })).toEqual([b]);
    expect(await listed({ state: 'withdrawn' })).toEqual([c]);
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: 1, ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = await page(query);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen).toEqual([a, c, b]);
  });
});
