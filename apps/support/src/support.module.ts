import { Module } from '@nestjs/common';
import { workCalendar } from '@pledge/promises';
import type { Settings } from '@pledge/service-host';
import { SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Articles, articlesIn } from './articles/articles.commands.js';
import { ArticlesController } from './articles/articles.controller.js';
import { Calendar } from './calendar.js';
import { KnowledgeDecisions } from './questions/knowledge.commands.js';
import { Questions, questionsIn } from './questions/questions.commands.js';
import { QuestionsController } from './questions/questions.controller.js';
import { QuestionReactions } from './questions/questions.reactions.js';
import { SupportRequests, supportRequestsIn } from './support-requests/support-requests.commands.js';
import { SupportRequestsController } from './support-requests/support-requests.controller.js';
import { SupportRequestReactions } from './support-requests/support-requests.reactions.js';

@Module({
  controllers: [
    SupportRequestsController,
    SupportRequestReactions,
    ArticlesController,
    QuestionsController,
    QuestionReactions,
  ],
  providers: [
    {
      provide: SupportRequests,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => supportRequestsIn(db, timeZone),
    },
    {
      provide: Articles,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => articlesIn(db, timeZone),
    },
    {
      provide: Calendar,
      inject: [SETTINGS],
      useFactory: ({ timeZone, closures }: Settings): Calendar => ({ work: workCalendar({ timeZone, closures }) }),
    },
    {
      provide: Questions,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => questionsIn(db, timeZone),
    },
    {
      provide: KnowledgeDecisions,
      inject: [DataSource, Questions, Articles],
      useFactory: (db: DataSource, questions: Questions, articles: Articles) =>
        new KnowledgeDecisions(db, questions, articles),
    },
  ],
})
export class SupportModule {}
