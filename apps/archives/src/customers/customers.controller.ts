import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { getCustomer, listCustomers } from '@pledge/contracts/http';
import { Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { customerOf, pageOfCustomers } from './customers.query.js';

@Controller()
export class CustomersController {
  constructor(private readonly db: DataSource) {}

  @Serves(listCustomers)
  list(@Input() { query }: InputOf<typeof listCustomers>, @Caller() caller: CallerIdentity) {
    return pageOfCustomers(this.db.manager, query, caller);
  }

  @Serves(getCustomer)
  one(@Input() { params }: InputOf<typeof getCustomer>, @Caller() caller: CallerIdentity) {
    return customerOf(this.db.manager, params.customerId, caller);
  }
}
