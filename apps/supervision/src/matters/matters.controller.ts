import { Controller } from '@nestjs/common';
import type { CallerIdentity, Person } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { acceptMatter, declineMatter, getMatter, listMatters, settleMatter } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Calendar } from '../calendar.js';
import { Matters } from './matters.commands.js';
import { matterOf, pageOfMatters } from './matters.query.js';

@Controller()
export class MattersController {
  constructor(
    private readonly matters: Matters,
    private readonly calendar: Calendar,
    private readonly db: DataSource,
  ) {}

  @Serves(listMatters)
  list(@Input() { query }: InputOf<typeof listMatters>, @Caller() caller: CallerIdentity) {
    return pageOfMatters(this.db.manager, query, caller);
  }

  @Serves(getMatter)
  one(@Input() { params }: InputOf<typeof getMatter>, @Caller() caller: CallerIdentity) {
    return matterOf(this.db.manager, params.requestId, caller);
  }

  @Serves(acceptMatter)
  async accept(
    @Input() { params: { requestId } }: InputOf<typeof acceptMatter>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await matterOf(this.db.manager, requestId);
    const command = { type: 'accept', by: personOf(caller), promiseId: newId(), calendar: this.calendar.work } as const;
    return this.matters.handle(requestId, command, cause);
  }

  @Serves(declineMatter)
  async decline(
    @Input() { params: { requestId }, body: { reason } }: InputOf<typeof declineMatter>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await matterOf(this.db.manager, requestId);
    return this.matters.handle(requestId, { type: 'decline', by: personOf(caller), reason }, cause);
  }

  @Serves(settleMatter)
  async settle(
    @Input() { params: { requestId }, body: { reply } }: InputOf<typeof settleMatter>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await matterOf(this.db.manager, requestId);
    return this.matters.handle(requestId, { type: 'settle', by: personOf(caller), reply }, cause);
  }
}

const personOf = ({ personId, name }: CallerIdentity): Person => ({ personId, name });
