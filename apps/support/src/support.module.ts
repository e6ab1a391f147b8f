import { Module } from '@nestjs/common';
import type { Settings } from '@pledge/service-host';
import { SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Articles, articlesIn } from './articles/articles.commands.js';
import { ArticlesController } from './articles/articles.controller.js';
import { SupportRequests, supportRequestsIn } from './support-requests/support-requests.commands.js';
import { SupportRequestsController } from './support-requests/support-requests.controller.js';
import { SupportRequestReactions } from './support-requests/support-requests.reactions.js';

@Module({
  controllers: [SupportRequestsController, SupportRequestReactions, ArticlesController],
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
  ],
})
export class SupportModule {}
