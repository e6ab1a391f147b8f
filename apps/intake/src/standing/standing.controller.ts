import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { getStanding } from '@pledge/contracts/http';
import { Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { standingOf } from './standing.query.js';

/** What a caller who asks how far we are is told at once. */
@Controller()
export class StandingController {
  constructor(private readonly db: DataSource) {}

  @Serves(getStanding)
  standing(@Input() { query }: InputOf<typeof getStanding>, @Caller() caller: CallerIdentity) {
    return standingOf(this.db.manager, query, caller);
  }
}
