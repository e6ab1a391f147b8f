import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { countQueues, listQueue } from '@pledge/contracts/http';
import { Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { pageOfQueue, queueCounts } from './queues.query.js';

/** What waits for somebody of the desk. */
@Controller()
export class QueuesController {
  constructor(private readonly db: DataSource) {}

  @Serves(countQueues)
  counts(@Caller() caller: CallerIdentity) {
    return queueCounts(this.db.manager, caller);
  }

  @Serves(listQueue)
  list(@Input() { params, query }: InputOf<typeof listQueue>, @Caller() caller: CallerIdentity) {
    return pageOfQueue(this.db.manager, params.queue, query, caller);
  }
}
