import { Controller } from '@nestjs/common';
import type { CallerIdentity, Person } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import {
  acceptSupportRequest,
  answerSupportRequest,
  getSupportRequest,
  listSupportRequests,
} from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { SupportRequests } from './support-requests.commands.js';
import { pageOfSupportRequests, supportRequestOf } from './support-requests.query.js';

@Controller()
export class SupportRequestsController {
  constructor(
    private readonly supportRequests: SupportRequests,
    private readonly db: DataSource,
  ) {}

  @Serves(listSupportRequests)
  list(@Input() { query }: InputOf<typeof listSupportRequests>, @Caller() caller: CallerIdentity) {
    return pageOfSupportRequests(this.db.manager, query, caller);
  }

  @Serves(getSupportRequest)
  one(@Input() { params }: InputOf<typeof getSupportRequest>, @Caller() caller: CallerIdentity) {
    return supportRequestOf(this.db.manager, params.supportRequestId, caller);
  }

  @Serves(acceptSupportRequest)
  async accept(
    @Input() { params: { supportRequestId } }: InputOf<typeof acceptSupportRequest>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await supportRequestOf(this.db.manager, supportRequestId, caller);
    return this.supportRequests.handle(supportRequestId, { type: 'accept', by: personOf(caller) }, cause);
  }

  @Serves(answerSupportRequest)
  async answer(
    @Input() { params: { supportRequestId }, body: { answer } }: InputOf<typeof answerSupportRequest>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await supportRequestOf(this.db.manager, supportRequestId, caller);
    return this.supportRequests.handle(supportRequestId, { type: 'answer', by: personOf(caller), answer }, cause);
  }
}

const personOf = ({ personId, name }: CallerIdentity): Person => ({ personId, name });
