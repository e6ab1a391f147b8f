import { Module } from '@nestjs/common';
import { workCalendar } from '@pledge/promises';
import type { Settings } from '@pledge/service-host';
import { SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Batons, batonsIn } from './batons/batons.commands.js';
import { BatonReactions } from './batons/batons.reactions.js';
import { Calendar } from './calendar.js';
import { HandOffs, handOffsIn } from './hand-offs/hand-offs.commands.js';
import { HandOffReactions } from './hand-offs/hand-offs.reactions.js';
import { Matters, mattersIn } from './matters/matters.commands.js';
import { MattersController } from './matters/matters.controller.js';
import { MatterReactions } from './matters/matters.reactions.js';
import { Promises, promisesIn } from './promises/promises.commands.js';
import { PromisesController } from './promises/promises.controller.js';
import { PromiseReactions } from './promises/promises.reactions.js';
import { QuestionLedgers } from './questions/questions.reactions.js';
import { BoardController } from './requests/board.controller.js';
import { RequestCopies } from './requests/requests.reactions.js';
import { Ringing } from './ringing.reactions.js';
import { Verifications, verificationsIn } from './verification/verifications.commands.js';
import { VerificationReactions } from './verification/verifications.reactions.js';

@Module({
  controllers: [
    PromisesController,
    BoardController,
    RequestCopies,
    PromiseReactions,
    HandOffReactions,
    BatonReactions,
    VerificationReactions,
    MattersController,
    MatterReactions,
    QuestionLedgers,
  ],
  providers: [
    {
      provide: Calendar,
      inject: [SETTINGS],
      useFactory: ({ timeZone, closures }: Settings): Calendar => ({ work: workCalendar({ timeZone, closures }) }),
    },
    { provide: Promises, inject: [DataSource], useFactory: promisesIn },
    { provide: HandOffs, inject: [DataSource], useFactory: handOffsIn },
    { provide: Matters, inject: [DataSource], useFactory: mattersIn },
    { provide: Batons, inject: [DataSource], useFactory: batonsIn },
    { provide: Verifications, inject: [DataSource], useFactory: verificationsIn },
    Ringing,
  ],
})
export class SupervisionModule {}
