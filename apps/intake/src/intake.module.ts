import { Module } from '@nestjs/common';
import { workCalendar } from '@pledge/promises';
import type { Settings } from '@pledge/service-host';
import { SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Calendar } from './calendar.js';
import { CopiesReactions } from './copies/copies.reactions.js';
import { Requests, requestsIn } from './requests/requests.commands.js';
import { RequestsController } from './requests/requests.controller.js';
import { RequestReactions } from './requests/requests.reactions.js';
import { DispatchTimeline } from './timeline/dispatch.reactions.js';
import { OtherTimeline } from './timeline/other.reactions.js';
import { SupervisionTimeline } from './timeline/supervision.reactions.js';

@Module({
  controllers: [
    RequestsController,
    CopiesReactions,
    DispatchTimeline,
    SupervisionTimeline,
    OtherTimeline,
    RequestReactions,
  ],
  providers: [
    {
      provide: Calendar,
      inject: [SETTINGS],
      useFactory: ({ timeZone }: Settings): Calendar => ({ work: workCalendar({ timeZone }) }),
    },
    {
      provide: Requests,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => requestsIn(db, timeZone),
    },
  ],
})
export class IntakeModule {}
