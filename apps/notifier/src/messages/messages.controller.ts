import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { listMessages } from '@pledge/contracts/http';
import { Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { pageOfMessages } from './messages.query.js';

@Controller()
export class MessagesController {
  constructor(private readonly db: DataSource) {}

  @Serves(listMessages)
  list(@Input() { query }: InputOf<typeof listMessages>, @Caller() caller: CallerIdentity) {
    return pageOfMessages(this.db.manager, query, caller);
  }
}
