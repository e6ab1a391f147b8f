import { Module } from '@nestjs/common';
import { ApplicationModule } from '@pledge/application';
import { ArticlesModule } from './articles/articles.module.js';
import { KnowledgeModule } from './questions/knowledge.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { SupportRequestsModule } from './support-requests/support-requests.module.js';

@Module({ imports: [ApplicationModule, SupportRequestsModule, ArticlesModule, QuestionsModule, KnowledgeModule] })
export class SupportModule {}
