import { describe, expect, it } from '@jest/globals';
import { ArticlePublished, ArticleWithdrawn } from '@pledge/contracts/events';
import { checkInvariants, givenFor, specFor } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { ArticleBody } from '@pledge/contracts/http';
import type { ArticleCommand, Edition } from './article.js';
import { article } from './article.js';

const articleId = '018f7a52-0000-7000-8000-000000000001';
const questionId = '018f7a52-0000-7000-8000-000000000002';
const nine = '2026-11-22T09:00:00.000Z';
const ten = '2026-11-22T10:00:00.000Z';
const hou = { personId: 'p1', name: '侯博文' };
const long = { personId: 'p2', name: '龙思远' };
const author = (person: typeof hou) => ({
  ...{ ...person, role: 'support-engineer', roles: ['support-engineer'], department: 'support', customerId: null },
});
const { given } = specFor(article, { id: articleId, actor: author(hou) });
const byLong = { actor: author(long) };
const text: ArticleBody = {
  title: { zh: '读卡无响应', en: 'The reader does not answer' },
  body: { zh: '先量电压。', en: 'Measure the voltage first.' },
  category: 'access-control',
  keywords: ['读卡器', '读卡器', 'Wiegand'],
  appliesTo: ['HY-AC4000'],
  source: 'GB 50396-2007',
  reviewBy: '2027-11-22',
};
const write: ArticleCommand = { type: 'write', ...text };
const first: Edition = {
  articleId,
  edition: 1,
  ...text,
  keywords: ['读卡器', 'Wiegand'],
  appliesTo: ['HY-AC4000'],
  owner: '侯博文',
  questionId: null,
  publishedAt: nine,
};
const published = ArticlePublished.of(first);
const better = { ...text, body: { zh: '先量电压，再量线。', en: 'Measure the voltage, then the line.' } };
const revised = ArticlePublished.of({
  ...first,
  ...published.data,
  body: better.body,
  edition: 2,
  owner: '龙思远',
  publishedAt: ten,
});
const withdraw: ArticleCommand = { type: 'withdraw', reason: '设备已停产' };
const withdrawn = ArticleWithdrawn.of({ articleId, reason: '设备已停产', by: hou, withdrawnAt: ten });

describe('an article', () => {
  it('is announced when it is written, each of its keywords once', () => given().at(nine).when(write).then(published));
  it('is written once, however often it is asked for', () => given(published).at(ten).when(write).thenNothing());
  it('names the question it was learnt from, in every edition', () => {
    const learnt = ArticlePublished.of({ ...first, questionId });
    given()
      .at(nine)
      .when({ ...text, type: 'learn', questionId })
      .then(learnt);
    given(learnt)
      .at(ten, byLong)
      .when({ type: 'revise', ...better })
      .then(ArticlePublished.of({ ...revised.data, questionId }));
  });
});

describe('a newer edition', () => {
  it('is announced as a whole, under the name of who wrote it', () =>
    given(published)
      .at(ten, byLong)
      .when({ type: 'revise', ...better })
      .then(revised));
  it('is not written of what was withdrawn', () =>
    given(published, withdrawn)
      .at(ten, byLong)
      .when({ type: 'revise', ...better })
      .thenRefuses('article-withdrawn'));
});

describe('taking it out', () => {
  it('is announced with the reason', () => given(published).at(ten).when(withdraw).then(withdrawn));
  it('happens once', () => given(published, withdrawn).at(ten).when(withdraw).thenRefuses('article-withdrawn'));
  it('is final: it is not written again', () => given(published, withdrawn).at(ten).when(write).thenNothing());
});

it('whatever is asked in whatever order: editions count up by one, and nothing follows the withdrawal', () => {
  const asked: fc.Arbitrary<ArticleCommand> = fc.oneof(
    fc.constantFrom(text, better).map((one): ArticleCommand => ({ type: 'revise', ...one })),
    fc.record({ type: fc.constant('withdraw' as const), reason: fc.string({ minLength: 1 }) }),
    fc.constant(write),
    fc.constant<ArticleCommand>({ ...text, type: 'learn', questionId }),
  );
  checkInvariants(
    article,
    asked,
    ({ history, after }) => {
      const editions = history.flatMap((event) =>
        event.type === 'support.article-published.v1' ? [event.data.edition] : [],
      );
      expect(editions).toEqual(editions.map((_, place) => place + 2));
      const out = history.findIndex(({ type }) => type === 'support.article-withdrawn.v1');
      if (out !== -1) expect(out).toBe(history.length - 1);
      expect(after.status === 'withdrawn').toBe(out !== -1);
    },
    {
      walks: 1000,
      from: { status: 'published', edition: first },
      startAt: ten,
      given: (command, now) => givenFor({ now, id: articleId, actor: author(command.type === 'revise' ? long : hou) }),
    },
  );
});
