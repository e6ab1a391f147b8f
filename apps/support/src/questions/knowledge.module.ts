import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { KnowledgeController } from './knowledge.controller.js';
import { QuestionsModule } from './questions.module.js';

/** What the knowledge base learns of questions: writes records of both. */
@Module({ imports: [ArticlesModule, QuestionsModule], controllers: [KnowledgeController] })
export class KnowledgeModule {}
