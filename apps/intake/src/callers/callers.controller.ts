import { Controller, Inject } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { findCaller, getCustomerCard, getLabel, listCallerEquipment } from '@pledge/contracts/http';
import type { Settings } from '@pledge/service-host';
import { Caller, Input, Serves, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { dayOf } from '../copies/places.query.js';
import { customerCardOf, equipmentOfCustomer } from './customer-card.query.js';
import { findCallers } from './find-callers.query.js';
import { labelled } from './label.query.js';

@Controller()
export class CallersController {
  constructor(
    private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Serves(findCaller)
  async find(@Input() { query }: InputOf<typeof findCaller>, @Caller() caller: CallerIdentity) {
    return { items: await findCallers(this.db.manager, query, caller) };
  }

  @Serves(getCustomerCard)
  card(@Input() { params }: InputOf<typeof getCustomerCard>, @Caller() caller: CallerIdentity) {
    return customerCardOf(this.db.manager, params.customerId, caller);
  }

  @Serves(listCallerEquipment)
  async equipment(@Input() { params, query }: InputOf<typeof listCallerEquipment>, @Caller() caller: CallerIdentity) {
    const today = dayOf(new Date().toISOString(), this.settings.timeZone);
    return { items: await equipmentOfCustomer(this.db.manager, { ...params, ...query }, today, caller) };
  }

  @Serves(getLabel)
  label(@Input() { params }: InputOf<typeof getLabel>) {
    return labelled(this.db.manager, params.qrToken);
  }
}
