import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ArticlePublished, EventOf } from '@pledge/contracts/events';
import { articleHit } from '@pledge/contracts/http';
import { demoArticles } from '@pledge/demo';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { intakeMigrations } from '../migrations/index.js';
import { ArticleReactions } from './articles.reactions.js';
import { articlesFor, articlesNamed } from './search-articles.query.js';

type Told = EventOf<typeof ArticlePublished>['data'];
const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
let reactions: ArticleReactions;
beforeEach(() => {
  reactions = new ArticleReactions(db().dataSource);
});

const told = (change: Partial<Told> = {}): Told => ({
  articleId: randomUUID(),
  edition: 1,
  title: { zh: '读卡器指示灯不亮、刷卡无反应', en: 'Card reader is dark and does not respond' },
  body: { zh: '用万用表测量电源端子，低于 11 V 更换 UPS 电池。', en: 'Measure the supply at the terminals.' },
  category: 'access-control',
  keywords: ['韦根', 'Wiegand'],
  appliesTo: ['HY-AC4000'],
  source: 'GB 50396-2007',
  owner: '侯博文',
  reviewBy: '2027-11-22',
  questionId: null,
  publishedAt: '2026-11-22T09:00:00.000Z',
  ...change,
});
let said = 0;
const heard = <Type extends string, Data>(type: Type, data: Data, sequence = (said += 1)) => {
  const id = randomUUID();
  const message = { type, id, sequence, at: '2026-11-22T09:00:00.000Z', source: 'support', data };
  return [message, { by: `reaction:${type}`, key: id }] as const;
};
async function published(change: Partial<Told> = {}, sequence?: number): Promise<string> {
  const data = told(change);
  const [message, cause] = heard('support.article-published.v1', data, sequence);
  await reactions.published(message, cause);
  return data.articleId;
}
const found = async (q?: string, category?: Told['category'], limit = 10) =>
  (await articlesFor(manager(), { limit, ...(q !== undefined && { q }), ...(category && { category }) })).map(
    ({ articleId }) => articleId,
  );

describe('what support announced', () => {
  it('is in the copy in the shape of the contract, in its newest edition, until it is withdrawn', async () => {
    const articleId = await published();
    const title = { zh: '读卡无反应', en: 'Reader is silent' };
    await published({ articleId, edition: 2, title, publishedAt: '2026-11-23T09:00:00.000Z' });
    await published({ articleId }, 1);
    const [hit, ...others] = await articlesFor(manager(), { limit: 10, q: '刷卡' });
    expect([hit, ...others]).toEqual([]);
    const [newest] = await articlesFor(manager(), { limit: 10 });
    expect(articleHit.parse(newest)).toEqual(newest);
    expect(newest).toMatchObject({ articleId, edition: 2, title });
    const by = { personId: 'hou', name: '侯博文' };
    const data = { articleId, reason: '停产', by, withdrawnAt: '2026-11-24T09:00:00.000Z' };
    await reactions.withdrawn(...heard('support.article-withdrawn.v1' as const, data));
    expect(await found()).toEqual([]);
    expect(await found('读卡')).toEqual([]);
    await published({ articleId, edition: 2, title }, said - 1);
    expect(await found('读卡')).toEqual([]);
    const other = await published();
    const en = told().title.en;
    expect(await articlesNamed(manager(), [articleId, other], 'en')).toEqual([{ articleId: other, title: en }]);
    expect(await articlesNamed(manager(), [], 'en')).toEqual([]);
  });
});

describe('the search (S-77)', () => {
  let reader: string;
  let camera: string;
  let mentions: string;
  beforeEach(async () => {
    reader = await published();
    camera = await published({
      title: { zh: '摄像机夜间画面发白', en: 'Camera picture is washed out at night' },
      body: { zh: '红外灯反射。', en: 'Infrared light is reflected.' },
      category: 'video-surveillance',
      keywords: ['IP 摄像机'],
      appliesTo: [],
      publishedAt: '2026-11-23T09:00:00.000Z',
    });
    mentions = await published({
      title: { zh: '门锁不释放', en: 'Lock does not release' },
      body: { zh: '先确认读卡器指示灯，再查电锁。', en: 'Look at the reader first.' },
      keywords: [],
      appliesTo: [],
      publishedAt: '2026-11-21T09:00:00.000Z',
    });
  });

  it('puts what has it in the title before what has it in the text', async () => {
    expect(await found('读卡器')).toEqual([reader, mentions]);
    expect(await found('reader')).toEqual([reader, mentions]);
    expect(await found('reader', undefined, 1)).toEqual([reader]);
  });

  it.each([
    ['in Chinese, part of a title', '指示灯不亮'],
    ['words in any order', '刷卡 读卡器'],
    ['of both languages', '韦根 reader'],
    ['in any width and case', 'ＨＹ-ac4000'],
    ['by pinyin initials', 'dkqzsd'],
    ['by pinyin initials of the middle', 'zsdbl'],
    ['by a word of the text', '万用表'],
    ['by a short word beside a longer one', '万用表 V'],
    ['by three letters', 'ups'],
    ['as people ask', '请问门口的读卡器灯不亮了怎么办？'],
    ['as people ask in English', 'What can we do when the card reader does not respond'],
  ])('finds %s', async (_how, q) => expect((await found(q))[0]).toBe(reader));

  it('finds short words in what an article is known by', async () => {
    expect(await found('IP')).toEqual([camera]);
    expect(await found('锁')).toEqual([mentions]);
  });

  it('does not find what is about something else', async () => {
    for (const q of ['电梯', '怎么办', '空调机组不启动', 'zzzz', 'elevator stuck between floors'])
      expect(await found(q)).toEqual([]);
  });

  it('keeps to the category', async () => {
    expect(await found('读卡器', 'video-surveillance')).toEqual([]);
    expect(await found(undefined, 'video-surveillance')).toEqual([camera]);
    expect(await found('请问门口的读卡器灯不亮了怎么办', 'network')).toEqual([]);
  });

  it('shows the newest where nothing is asked', async () =>
    expect(await found('  ')).toEqual([camera, reader, mentions]));

  it('takes what could be a pattern or a piece of SQL as text', async () => {
    for (const q of [
      '%',
      '_',
      '\\',
      "'; drop table article_copy; --",
      "读'卡",
      ':*',
      '\u0000',
      '🎉🎉🎉',
      '读卡器'.repeat(60),
    ])
      expect(Array.isArray(await found(q))).toBe(true);
    expect(await found('%%')).toEqual([]);
  });
});

describe('what callers ask of the first knowledge base', () => {
  it('leads to the article that answers it', async () => {
    for (const article of demoArticles)
      await published({ ...article, keywords: [...article.keywords], appliesTo: [...article.appliesTo] });
    const title = async (q: string) => (await articlesFor(manager(), { q, limit: 3 }))[0]?.title.zh;
    const asked = [
      ['刷卡没反应', '读卡器指示灯不亮、刷卡无反应'],
      ['门禁刷了卡门打不开怎么办', '刷卡有提示音但不开门'],
      ['烟感老是误报', '感烟探测器误报'],
      ['录像只能保存几天', '录像缺失或天数不足'],
      ['摄像机晚上画面发白', '摄像机夜间画面发白、起雾'],
      ['camera offline', '摄像机离线，预览黑屏'],
      ['How do I reset the password of the recorder?', '忘记录像机或摄像机密码'],
      ['空调机组启动不了', '空调机组不启动'],
      ['wifi 慢', '无线信号满格但上网慢'],
      ['169.254', '电脑获取不到地址，显示 169.254'],
      ['wlhl', '网络环路：全网卡顿、交换机灯狂闪'],
    ] as const;
    const answers = [];
    for (const [q] of asked) answers.push([q, await title(q)]);
    expect(answers).toEqual(asked);
  });
});

it('answers within 150 ms at p95 with 3,000 articles behind it', async () => {
  await manager().query(
    `insert into article_copy (article_id, edition, category, published_at, data, initial_keys)
     select gen_random_uuid(), 1, (array['access-control', 'network', 'fire-alarm'])[1 + n % 3], now(), jsonb_build_object(
       'title', jsonb_build_object('zh', '第' || n || '号控制器' || part || '故障处理', 'en', 'Controller ' || n || ' ' || part || ' repair'),
       'keywords', jsonb_build_array('编号' || n), 'appliesTo', jsonb_build_array('M-' || n),
       'body', jsonb_build_object('zh', repeat(part || '检查电源与通讯线路，确认端子紧固后重新上电。', 15),
         'en', repeat('Check ' || part || ' power and line, tighten the terminals, then switch on again. ', 10))), ''
     from generate_series(1, 3000) as n
     cross join lateral (select (array['读卡器', '电源', '通讯', '探测器', '阀门', '交换机'])[1 + n % 6] as part) as parts`,
  );
  await manager().query('analyze article_copy');
  const reader = await published();
  const asked = [
    '读卡器',
    '指示灯 刷卡',
    '控制器读卡器故障',
    'controller power',
    '请问控制器的电源总是跳闸怎么处理',
    '检查电源与通讯线路',
    'dkqzsd',
    '器',
    'ip',
  ];
  const took: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    for (const q of asked) {
      const from = performance.now();
      await found(q);
      took.push(performance.now() - from);
    }
  }
  took.sort((a, b) => a - b);
  expect(took[Math.floor(took.length * 0.95)]).toBeLessThanOrEqual(150);
  expect((await found('指示灯 刷卡'))[0]).toBe(reader);
}, 60_000);
