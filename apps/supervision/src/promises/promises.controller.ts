import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { listPromises, pausePromise, resumePromise } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar.js';
import { Promises } from './promises.commands.js';
import { pageOfPromises, promiseFor } from './promises.query.js';

@Controller()
export class PromisesController {
  constructor(
    private readonly promises: Promises,
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  @Serves(listPromises)
  list(@Input() { query }: InputOf<typeof listPromises>, @Caller() caller: CallerIdentity) {
    return pageOfPromises(this.db.manager, query, caller);
  }

  @Serves(pausePromise)
  async pause(
    @Input() { params, body }: InputOf<typeof pausePromise>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await promiseFor(this.db.manager, params.promiseId, caller);
    const by = { personId: caller.personId, name: caller.name };
    return this.promises.handle(params.promiseId, { type: 'pause', ...body, by, calendar: this.calendar.work }, cause);
  }

  @Serves(resumePromise)
  async resume(
    @Input() { params }: InputOf<typeof resumePromise>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await promiseFor(this.db.manager, params.promiseId, caller);
    return this.promises.handle(params.promiseId, { type: 'resume', calendar: this.calendar.work }, cause);
  }
}
