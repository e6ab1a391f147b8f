import { Module } from '@nestjs/common';
import { workCalendar } from '@pledge/promises';
import type { Settings } from '@pledge/service-host';
import { SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Calendar } from './calendar.js';
import { CopiesReactions } from './copies/copies.reactions.js';
import { Envelopes, envelopesIn } from './envelopes/envelopes.commands.js';
import { EnvelopesController } from './envelopes/envelopes.controller.js';
import { Requests, requestsIn } from './requests/requests.commands.js';
import { RequestsController } from './requests/requests.controller.js';
import { RequestReactions } from './requests/requests.reactions.js';
import { Ringing } from './ringing.reactions.js';
import { DispatchTimeline } from './timeline/dispatch.reactions.js';
import { OtherTimeline } from './timeline/other.reactions.js';
import { SupervisionTimeline } from './timeline/supervision.reactions.js';

@Module({
  controllers: [
    RequestsController,
    EnvelopesController,
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
    { provide: Envelopes, inject: [DataSource], useFactory: envelopesIn },
    Ringing,
    {
      provide: Requests,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => requestsIn(db, timeZone),
    },
  ],
})
export class IntakeModule {}
