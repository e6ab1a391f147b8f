import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { listSites } from '@pledge/contracts/http';
import { Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { pageOfSites } from './sites.query.js';

@Controller()
export class SitesController {
  constructor(private readonly db: DataSource) {}

  @Serves(listSites)
  list(@Input() { query }: InputOf<typeof listSites>, @Caller() caller: CallerIdentity) {
    return pageOfSites(this.db.manager, query, caller);
  }
}
