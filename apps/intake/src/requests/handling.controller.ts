import { Controller } from '@nestjs/common';
import type { CallerIdentity, Person } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { completeFacts, confirmRequest, findTwins, undoJoin } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Calendar } from '../calendar.js';
import { Enquiries } from '../enquiries/enquiries.commands.js';
import { Requests } from './requests.commands.js';
import { requestOf } from './requests.query.js';
import { twinsOf } from './twins.query.js';

/** What the desk does with a fault between its report and its end. */
@Controller()
export class HandlingController {
  constructor(
    private readonly requests: Requests,
    private readonly enquiries: Enquiries,
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  @Serves(completeFacts)
  async complete(
    @Input() { params: { requestId }, body: facts }: InputOf<typeof completeFacts>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const by = await this.known(requestId, caller);
    return this.requests.handle(requestId, { type: 'complete', requestId, facts, by }, cause);
  }

  @Serves(undoJoin)
  async undo(
    @Input() { params: { requestId }, body: { reason } }: InputOf<typeof undoJoin>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const by = { personId: caller.personId, name: caller.name };
    const { kind } = await requestOf(this.db.manager, requestId, caller);
    if (kind !== 'fault') return this.enquiries.handle(requestId, { type: 'undo-join', requestId, reason, by }, cause);
    const ids = { promiseIds: [newId(), newId()], handOffId: newId() } as const;
    const calendar = this.calendar.work;
    return this.requests.handle(requestId, { type: 'undo-join', requestId, reason, by, ids, calendar }, cause);
  }

  @Serves(confirmRequest)
  async confirm(
    @Input() { params: { requestId }, body: { how, by, note } }: InputOf<typeof confirmRequest>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const { kind } = await requestOf(this.db.manager, requestId, caller);
    const door = kind === 'fault' ? this.requests : this.enquiries;
    const confirmation = { how, by, note: note ?? null };
    return door.handle(requestId, { type: 'confirm', requestId, confirmation }, cause);
  }

  @Serves(findTwins)
  async twins(@Input() { query }: InputOf<typeof findTwins>) {
    return { items: await twinsOf(this.db.manager, query) };
  }

  /** Who acts on a fault that they may see. */
  private async known(requestId: string, caller: CallerIdentity): Promise<Person> {
    const { kind } = await requestOf(this.db.manager, requestId, caller);
    if (kind !== 'fault') throw new Refusal('not-a-fault', { kind });
    return { personId: caller.personId, name: caller.name };
  }
}
