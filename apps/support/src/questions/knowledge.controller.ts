import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf, Question } from '@pledge/contracts/http';
import { decideKnowledge } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { Cause } from '@pledge/messaging';
import { partOf } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v5 as idOf } from 'uuid';
import { Articles } from '../articles/articles.module.js';
import type { Lesson } from './question-state.js';
import { questionReader, Questions } from './questions.module.js';

type Decide = InputOf<typeof decideKnowledge>;

const namespace = '5b0b1c52-7d7e-4e0f-8f3f-0d8a6c4f7a11';

/** Closes questions with what the knowledge base learns of them: first the article, then the question that names it. */
@Controller()
export class KnowledgeController {
  constructor(
    private readonly db: DataSource,
    private readonly questions: Questions,
    private readonly articles: Articles,
  ) {}

  @Serves(decideKnowledge)
  async decide(
    @Input() { params: { questionId }, body }: Pick<Decide, 'params' | 'body'>,
    @AskedBy() cause: Cause,
    @Caller() { personId }: Pick<CallerIdentity, 'personId'>,
  ) {
    const lesson = lessonOf(questionId, body);
    const question = await questionReader.one(this.db, questionId, undefined);
    if (willClose(question, personId, cause)) await this.learn(questionId, body, lesson, cause);
    return this.questions.handle(questionId, { type: 'close', lesson }, cause, { mustExist: true });
  }

  private async learn(questionId: string, asked: Decide['body'], { articleId }: Lesson, cause: Cause) {
    if (articleId === null) return;
    const silent = { ...partOf(cause, 'article'), wantsView: false };
    if (asked.decision === 'new-article') {
      await this.articles.handle(articleId, { type: 'learn', questionId, ...asked.article }, silent);
      return;
    }
    const [known] = await this.db.query<unknown[]>('select 1 from article where article_id = $1', [articleId]);
    if (known === undefined) throw new Refusal('article-unknown', { articleId }, '/articleId');
    if (asked.decision === 'article-updated')
      await this.articles.handle(articleId, { type: 'revise', ...asked.article }, silent);
  }
}

/** A new article has the question's own id behind it: deciding twice writes one. */
function lessonOf(questionId: string, asked: Decide['body']): Lesson {
  const { decision } = asked;
  if (decision === 'not-general') return { decision, articleId: null, note: asked.note };
  if (decision === 'new-article') return { decision, articleId: idOf(questionId, namespace), note: null };
  return { decision, articleId: asked.articleId, note: null };
}

/** Where the rule will refuse, nothing is written before it does. */
const willClose = ({ status, answeredBy, version }: Question, personId: string, { expectedVersion }: Cause): boolean =>
  status === 'answered' &&
  answeredBy?.personId !== personId &&
  (expectedVersion === undefined || expectedVersion === version);
