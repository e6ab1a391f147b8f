import { Module } from '@nestjs/common';
import type { Settings } from '@pledge/service-host';
import { SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { SupportRequests, supportRequestsIn } from './support-requests/support-requests.commands.js';
import { SupportRequestsController } from './support-requests/support-requests.controller.js';
import { SupportRequestReactions } from './support-requests/support-requests.reactions.js';

@Module({
  controllers: [SupportRequestsController, SupportRequestReactions],
  providers: [
    {
      provide: SupportRequests,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => supportRequestsIn(db, timeZone),
    },
  ],
})
export class SupportModule {}
