import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Global, Inject, Injectable, Module, Optional } from '@nestjs/common';
import type { Logger, RunningTimers, TimerHandler } from '@pledge/messaging';
import { startTimers } from '@pledge/messaging';
import { LOG } from '@pledge/service-host';
import { DataSource } from 'typeorm';

/** The clocks of all records of a service, watched by one sweeper. */
@Injectable()
export class RecordTimers implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly handlers: Record<string, TimerHandler> = {};
  private running: RunningTimers | undefined;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Optional() @Inject(LOG) private readonly logger?: Logger,
  ) {}

  /** @throws {Error} where two kinds of record have timers of one kind */
  add(kind: string, handler: TimerHandler): void {
    if (kind in this.handlers) throw new Error(`two kinds of record have timers of the kind ${kind}`);
    this.handlers[kind] = handler;
  }

  onApplicationBootstrap(): void {
    if (Object.keys(this.handlers).length > 0)
      this.running = startTimers(this.db, this.handlers, this.logger && { logger: this.logger });
  }

  async onModuleDestroy(): Promise<void> {
    await this.running?.stop();
  }
}

/** What every service with records has once. */
@Global()
@Module({ providers: [RecordTimers], exports: [RecordTimers] })
export class ApplicationModule {}
