import { Module } from '@nestjs/common';
import { ApplicationModule } from '@pledge/application';
import { CasesModule } from './cases/cases.module.js';
import { HandOffsModule } from './hand-offs/hand-offs.module.js';
import { OwnershipsModule } from './ownerships/ownerships.module.js';
import { PromisesModule } from './promises/promises.module.js';
import { RequestsModule } from './requests/requests.module.js';
import { VerificationModule } from './verification/verification.module.js';

@Module({
  imports: [
    ApplicationModule,
    RequestsModule,
    PromisesModule,
    HandOffsModule,
    OwnershipsModule,
    VerificationModule,
    CasesModule,
  ],
})
export class SupervisionModule {}
