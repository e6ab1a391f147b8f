import type { Person } from '@pledge/contracts';
import type { Question } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { Cause } from '@pledge/messaging';
import { partOf } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { v5 as idOf } from 'uuid';
import type { Articles } from '../articles/articles.commands.js';
import type { Lesson } from './question.js';
import type { Decision, Questions } from './questions.commands.js';
import { questionOf } from './questions.query.js';

const namespace = '5b0b1c52-7d7e-4e0f-8f3f-0d8a6c4f7a11';

/** Closes questions with what the knowledge base learns of them: first the article, then the question that names it. */
export class KnowledgeDecisions {
  constructor(
    private readonly db: DataSource,
    private readonly questions: Questions,
    private readonly articles: Articles,
  ) {}

  async decide(questionId: string, asked: Decision, by: Person, cause: Cause) {
    const lesson = this.lessonOf(questionId, asked);
    const question = await questionOf(this.db.manager, questionId);
    if (willClose(question, by, cause)) await this.learn(questionId, asked, lesson, by, cause);
    return this.questions.handle(questionId, { type: 'close', by, lesson }, cause);
  }

  /** A new article has the question's own id behind it: deciding twice writes one. */
  private lessonOf(questionId: string, asked: Decision): Lesson {
    const { decision } = asked;
    if (decision === 'not-general') return { decision, articleId: null, note: asked.note };
    if (decision === 'new-article') return { decision, articleId: idOf(questionId, namespace), note: null };
    return { decision, articleId: asked.articleId, note: null };
  }

  private async learn(questionId: string, asked: Decision, { articleId }: Lesson, by: Person, cause: Cause) {
    if (articleId === null) return;
    const { expectedVersion: _ofTheQuestion, ...onceMore } = partOf(cause, 'article');
    const silent = { ...onceMore, wantsView: false };
    if (asked.decision === 'new-article') {
      const write = { type: 'write', articleId, text: asked.article, questionId, by } as const;
      await this.articles.handle(articleId, write, silent);
      return;
    }
    const [known] = await this.db.query<unknown[]>('select 1 from article where article_id = $1', [articleId]);
    if (known === undefined) throw new Refusal('article-unknown', { articleId }, '/articleId');
    if (asked.decision === 'article-updated') {
      await this.articles.handle(articleId, { type: 'revise', text: asked.article, by }, silent);
    }
  }
}

/** Where the rule will refuse, nothing is written before it does. */
const willClose = ({ status, answeredBy, version }: Question, by: Person, { expectedVersion }: Cause): boolean =>
  status === 'answered' &&
  answeredBy?.personId !== by.personId &&
  (expectedVersion === undefined || expectedVersion === version);
