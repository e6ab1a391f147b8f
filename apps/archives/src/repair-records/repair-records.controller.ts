import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { listRepairRecords } from '@pledge/contracts/http';
import { Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { pageOfRepairRecords } from './repair-records.query.js';

@Controller()
export class RepairRecordsController {
  constructor(private readonly db: DataSource) {}

  @Serves(listRepairRecords)
  list(@Input() { query }: InputOf<typeof listRepairRecords>, @Caller() caller: CallerIdentity) {
    return pageOfRepairRecords(this.db.manager, query, caller);
  }
}
