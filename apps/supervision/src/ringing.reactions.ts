import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { RunningTimers } from '@pledge/messaging';
import { partOf, startTimers } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { Batons } from './batons/batons.commands.js';
import { HandOffs } from './hand-offs/hand-offs.commands.js';
import { handOffTimer } from './hand-offs/hand-off.js';
import { Promises } from './promises/promises.commands.js';
import { clockTimer } from './promises/promise.js';
import { Verifications } from './verification/verifications.commands.js';
import { verificationTimer } from './verification/verification.js';

/** What is due rings here; whether it has anything to say is decided by the rules. */
@Injectable()
export class Ringing implements OnApplicationBootstrap, OnModuleDestroy {
  private running: RunningTimers | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly promises: Promises,
    private readonly handOffs: HandOffs,
    private readonly verifications: Verifications,
    private readonly batons: Batons,
  ) {}

  onApplicationBootstrap(): void {
    this.running = startTimers(this.db, {
      [clockTimer]: (promiseId, _dueAt, cause) => this.promises.handle(promiseId, { type: 'ring' }, cause),
      [handOffTimer]: (handOffId, _dueAt, cause) => this.handOffs.handle(handOffId, { type: 'ring' }, cause),
      [verificationTimer]: async (requestId, _dueAt, cause) => {
        const { events } = await this.verifications.handle(requestId, { type: 'ring', requestId }, cause);
        for (const event of events) {
          if (event.type !== 'supervision.request-verified.v1') continue;
          const layDown = { type: 'lay-down', requestId, at: event.data.verifiedAt } as const;
          await this.batons.handle(requestId, layDown, partOf(cause, 'baton'));
        }
      },
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.running?.stop();
  }
}
