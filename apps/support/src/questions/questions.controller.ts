import { Controller } from '@nestjs/common';
import type { CallerIdentity, Person } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import {
  acceptQuestion,
  answerQuestion,
  decideKnowledge,
  declineQuestion,
  getQuestion,
  listQuestions,
  reassignQuestion,
} from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Calendar } from '../calendar.js';
import { KnowledgeDecisions } from './knowledge.commands.js';
import { Questions } from './questions.commands.js';
import { pageOfQuestions, questionOf } from './questions.query.js';

@Controller()
export class QuestionsController {
  constructor(
    private readonly questions: Questions,
    private readonly knowledge: KnowledgeDecisions,
    private readonly calendar: Calendar,
    private readonly db: DataSource,
  ) {}

  @Serves(listQuestions)
  list(@Input() { query }: InputOf<typeof listQuestions>, @Caller() caller: CallerIdentity) {
    return pageOfQuestions(this.db.manager, query, caller);
  }

  @Serves(getQuestion)
  one(@Input() { params }: InputOf<typeof getQuestion>, @Caller() caller: CallerIdentity) {
    return questionOf(this.db.manager, params.questionId, caller);
  }

  @Serves(acceptQuestion)
  async accept(
    @Input() { params: { questionId } }: InputOf<typeof acceptQuestion>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await questionOf(this.db.manager, questionId, caller);
    return this.questions.handle(questionId, { type: 'accept', ...speaker(caller) }, cause);
  }

  @Serves(declineQuestion)
  async decline(
    @Input() { params: { questionId }, body: { reason } }: InputOf<typeof declineQuestion>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await questionOf(this.db.manager, questionId, caller);
    return this.questions.handle(questionId, { type: 'decline', reason, ...speaker(caller) }, cause);
  }

  @Serves(reassignQuestion)
  async reassign(
    @Input() { params: { questionId }, body: { department } }: InputOf<typeof reassignQuestion>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await questionOf(this.db.manager, questionId, caller);
    const mayRule = caller.roles.includes('manager');
    const { by } = speaker(caller);
    const ids = { handOffId: newId(), calendar: this.calendar.work };
    return this.questions.handle(questionId, { type: 'reassign', by, mayRule, department, ...ids }, cause);
  }

  @Serves(answerQuestion)
  async answer(
    @Input() { params: { questionId }, body: { answer } }: InputOf<typeof answerQuestion>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await questionOf(this.db.manager, questionId, caller);
    return this.questions.handle(questionId, { type: 'answer', answer, ...speaker(caller) }, cause);
  }

  @Serves(decideKnowledge)
  decide(
    @Input() { params: { questionId }, body }: InputOf<typeof decideKnowledge>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    return this.knowledge.decide(questionId, body, speaker(caller).by, cause);
  }
}

const speaker = ({ personId, name, department }: CallerIdentity): { by: Person; of: CallerIdentity['department'] } => ({
  by: { personId, name },
  of: department,
});
