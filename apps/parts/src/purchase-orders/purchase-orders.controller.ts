import { Controller } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts/http';
import { listPurchaseOrders } from '@pledge/contracts/http';
import { Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { pageOfPurchaseOrders } from './purchase-orders.query.js';

@Controller()
export class PurchaseOrdersController {
  constructor(private readonly db: DataSource) {}

  @Serves(listPurchaseOrders)
  list(@Input() { query }: InputOf<typeof listPurchaseOrders>) {
    return pageOfPurchaseOrders(this.db.manager, query);
  }
}
