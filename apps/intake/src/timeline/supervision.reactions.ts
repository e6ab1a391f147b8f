import { Controller } from '@nestjs/common';
import {
  PromiseAtRisk,
  PromiseBreached,
  PromiseDoneLate,
  PromiseKept,
  PromisePaused,
  PromiseResumed,
  PromiseVoided,
} from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import type { AboutClock } from './timeline.projection.js';
import { followClock } from './timeline.projection.js';

type Clock = Omit<AboutClock, 'data'> & {
  readonly data: { readonly requestId: string | null; readonly promiseId: string; readonly dueAt: string };
};

/** What supervision finds about a request's clocks, on its timeline. */
@Controller()
export class SupervisionTimeline {
  constructor(private readonly db: DataSource) {}

  @On(PromiseAtRisk, 'intake-follows-promise-at-risk')
  atRisk(heard: Received<typeof PromiseAtRisk>, cause: Cause) {
    return this.clock(heard, cause, 'at-risk');
  }

  @On(PromiseBreached, 'intake-follows-promise-breached')
  breached(heard: Received<typeof PromiseBreached>, cause: Cause) {
    return this.clock(heard, cause, 'breached');
  }

  @On(PromisePaused, 'intake-follows-promise-paused')
  paused(heard: Received<typeof PromisePaused>, cause: Cause) {
    return this.clock(heard, cause, 'paused');
  }

  @On(PromiseResumed, 'intake-follows-promise-resumed')
  resumed(heard: Received<typeof PromiseResumed>, cause: Cause) {
    return this.clock(heard, cause, 'running');
  }

  @On(PromiseKept, 'intake-follows-promise-kept')
  kept(heard: Received<typeof PromiseKept>, cause: Cause) {
    return this.clock(heard, cause, 'kept', heard.data.doneAt);
  }

  @On(PromiseDoneLate, 'intake-follows-promise-done-late')
  doneLate(heard: Received<typeof PromiseDoneLate>, cause: Cause) {
    return this.clock(heard, cause, 'done-late', heard.data.doneAt);
  }

  @On(PromiseVoided, 'intake-follows-promise-voided')
  voided(heard: Received<typeof PromiseVoided>, cause: Cause) {
    return this.clock(heard, cause, 'void');
  }

  /** A clock of something that belongs to no request is passed over. */
  private async clock(heard: Clock, cause: Cause, state: string, doneAt: string | null = null): Promise<void> {
    const { requestId } = heard.data;
    if (requestId === null) return;
    await followClock(this.db, { ...heard, data: { ...heard.data, requestId } }, cause, state, doneAt);
  }
}
