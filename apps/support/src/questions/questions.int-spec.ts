import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { receiverOf } from '@pledge/application/testing';
import type { CallerIdentity } from '@pledge/contracts';
import { complaintReaders, roles } from '@pledge/contracts';
import type { decideKnowledge, InputOf, listQuestions } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import type { Articles } from '../articles/articles.module.js';
import { articleList, articles as articleKind } from '../articles/articles.module.js';
import { supportMigrations } from '../migrations/index.js';
import { KnowledgeController } from './knowledge.controller.js';
import type { Referred } from './question-state.js';
import { referred } from './questions.fixtures.js';
import type { Questions } from './questions.module.js';
import { questionList, questionReactions, questionReader, questions as kind } from './questions.module.js';

const zone = 'Asia/Shanghai';
const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supportMigrations] });
const db = () => fresh().dataSource;
let questions: Questions;
let articles: Articles;
let knowledge: KnowledgeController;
const receive = receiverOf(db, [kind, questionReactions]);
beforeEach(() => {
  questions = commandsOf(db(), kind, zone);
  articles = commandsOf(db(), articleKind, zone);
  knowledge = new KnowledgeController(db(), questions, articles);
});

const caller = (role: CallerIdentity['role'], department: CallerIdentity['department']): CallerIdentity => ({
  personId: role,
  name: role,
  role,
  roles: [role],
  department,
  customerId: null,
  language: 'zh',
});
const buyer = caller('buyer', 'parts');
const engineer = caller('support-engineer', 'support');
const su = { ...buyer, personId: 'su', name: '苏倩' };
const hou = { ...engineer, personId: 'hou', name: '侯博文' };
type Query = InputOf<typeof listQuestions>['query'];
const pageOf = (query: Query, who: CallerIdentity) => questionList.page(db(), query, who);
const questionOf = (questionId: string, who?: CallerIdentity) => questionReader.one(db(), questionId, who);
const decided = (questionId: string, body: InputOf<typeof decideKnowledge>['body'], by = hou, because = cause()) =>
  knowledge.decide({ params: { questionId }, body }, { ...because, caller: by }, by);
const cause = (change: Partial<Cause> = {}): Cause => ({
  by: 'person:x',
  key: randomUUID(),
  wantsView: true,
  ...change,
});
async function asked(change: Partial<Referred> = {}): Promise<string> {
  const data = referred({ questionId: randomUUID(), requestId: randomUUID(), ...change });
  const id = randomUUID();
  const message = { type: 'intake.question-referred.v1', data } as const;
  await Promise.all([receive(message, { id }), receive(message, { id })]);
  await receive(message);
  return data.questionId;
}
async function answered(change: Partial<Referred> = {}): Promise<string> {
  const questionId = await asked(change);
  await questions.handle(questionId, { type: 'accept' }, cause({ caller: su }));
  await questions.handle(questionId, { type: 'answer', answer: 'HY-AC4000E' }, cause({ caller: su }));
  return questionId;
}
const article = {
  title: { zh: 'HY-AC4000 的替代型号', en: 'What replaces HY-AC4000' },
  body: { zh: '使用 HY-AC4000E，端子相同。', en: 'HY-AC4000E, with the same terminals.' },
  category: 'access-control' as const,
  keywords: [],
  appliesTo: ['HY-AC4000'],
  source: '厂家停产通知',
  reviewBy: '2099-01-01',
};
const written = async () => (await articleList.page(db(), { limit: 50 }, undefined, zone)).items;

describe('a question that was referred', () => {
  it('is registered once, with numbers that have no gap although it is heard again and again', async () => {
    const ids = [await asked(), await asked(), await asked()];
    const numbers = await Promise.all(ids.map(async (id) => (await questionOf(id)).number));
    expect(numbers.map((number) => number.replace(/^DQ-\d{4}-/u, ''))).toEqual(['0001', '0002', '0003']);
  });

  it('is seen by the department that was asked, by the hotline and by support; by nobody else', async () => {
    const questionId = await asked();
    const seen = async (who: CallerIdentity) => (await pageOf({ limit: 5 }, who)).items.length;
    for (const who of [buyer, engineer, caller('agent', 'intake'), caller('inspector', null)]) {
      expect(await seen(who)).toBe(1);
    }
    const archivist = caller('archivist', 'archives');
    expect(await seen(archivist)).toBe(0);
    await expect(questionOf(questionId, archivist)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('that is about a complaint is seen by those who read complaints, and by the department that was asked', async () => {
    const questionId = await asked({ kind: 'complaint' });
    const seen = async (who: CallerIdentity) => {
      const { items } = await pageOf({ limit: 5 }, who);
      const one = await questionOf(questionId, who).catch((failure: unknown) => {
        expect(failure).toMatchObject({ name: 'NotFound' });
        return null;
      });
      expect(items.length > 0).toBe(one !== null);
      return one !== null;
    };
    for (const role of roles.filter((one) => one !== 'customer-contact')) {
      const reads = complaintReaders.includes(role);
      // A specialist sees the questions of their own department only, whatever they are about.
      if (!['quality-supervisor', 'customer-specialist'].includes(role)) {
        expect([role, await seen(caller(role, 'archives'))]).toEqual([role, reads]);
      }
      expect([role, await seen(caller(role, 'parts'))]).toEqual([role, true]);
    }
  });

  it('is taken up by one of two who take it at once', async () => {
    const questionId = await asked();
    const take = () => questions.handle(questionId, { type: 'accept' }, cause({ caller: su }));
    const outcomes = await Promise.allSettled([take(), take()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the knowledge decision', () => {
  it('writes an article that names the question, once, although it is asked for twice', async () => {
    const questionId = await answered();
    const because = cause();
    const decide = () => decided(questionId, { decision: 'new-article', article }, hou, because);
    const { view } = await decide();
    await decide();
    const [one, ...others] = await written();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ questionId, owner: '侯博文', title: article.title });
    expect(view).toMatchObject({
      status: 'closed',
      knowledge: { decision: 'new-article', articleId: one?.id, by: { personId: 'hou', name: '侯博文' } },
    });
  });

  it('names an article that answers it already, or makes a newer edition of it', async () => {
    const articleId = randomUUID();
    await articles.handle(articleId, { type: 'write', ...article }, cause({ caller: hou }));
    const known = await decided(await answered(), { decision: 'already-known', articleId });
    expect(known.view.knowledge).toMatchObject({ decision: 'already-known', articleId });
    await decided(await answered(), { decision: 'article-updated', articleId, article });
    expect(await written()).toMatchObject([{ id: articleId, edition: 2 }]);
    const missing = decided(await answered(), { decision: 'already-known', articleId: randomUUID() });
    await expect(missing).rejects.toMatchObject({ code: 'article-unknown' });
  });

  it('writes nothing where it is refused: too early, by who answered, or by who has not seen the latest', async () => {
    const early = await asked();
    const done = await answered();
    const decide = (id: string, by = hou, because = cause()) =>
      decided(id, { decision: 'new-article', article }, by, because);
    await expect(decide(early)).rejects.toMatchObject({ code: 'question-in-another-step' });
    await expect(decide(done, su)).rejects.toMatchObject({ code: 'own-answer' });
    await expect(decide(done, hou, cause({ expectedVersion: 1 }))).rejects.toMatchObject({ name: 'StaleVersion' });
    expect(await written()).toEqual([]);
  });
});

describe('the list', () => {
  it('shows those nobody took up first, then those at work, then those to learn from; mine are mine', async () => {
    const learn = await answered();
    const work = await asked();
    const soon = { ...referred().handOff, acceptBy: '2026-11-26T01:20:00.000Z' };
    const [late, urgent] = [await asked(), await asked({ handOff: soon })];
    await questions.handle(work, { type: 'accept' }, cause({ caller: su }));
    const listed = async (query: Partial<Query>, who = engineer) =>
      (await pageOf({ limit: 50, ...query }, who)).items.map(({ id }) => id);
    expect(await listed({})).toEqual([urgent, late, work, learn]);
    expect(await listed({ status: 'answered' })).toEqual([learn]);
    expect(await listed({ department: 'dispatch' })).toEqual([]);
    expect(await listed({ mine: true }, { ...buyer, personId: 'su' })).toEqual([work, learn]);
    const first = await pageOf({ limit: 3 }, engineer);
    expect(await listed({ limit: 3, cursor: first.nextCursor ?? '' })).toEqual([learn]);
  });
});
