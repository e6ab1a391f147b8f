import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { changeRouting, getRouting, previewRouting } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { routingId, RoutingTables } from './routing.commands.js';
import { previewOf, routingOf } from './routing.query.js';

/** To which department requests go, what another table would change, and the change. */
@Controller()
export class RoutingController {
  constructor(
    private readonly tables: RoutingTables,
    private readonly db: DataSource,
  ) {}

  @Serves(getRouting)
  table() {
    return routingOf(this.db.manager);
  }

  @Serves(previewRouting)
  preview(@Input() { body }: InputOf<typeof previewRouting>) {
    return previewOf(this.db.manager, body.lines);
  }

  @Serves(changeRouting)
  change(
    @Input() { body: { lines, reason = null } }: InputOf<typeof changeRouting>,
    @AskedBy() cause: Cause,
    @Caller() { personId, name }: CallerIdentity,
  ) {
    return this.tables.handle(routingId, { type: 'change', lines, reason, by: { personId, name } }, cause);
  }
}
