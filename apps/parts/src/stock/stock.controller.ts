import { Controller } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts/http';
import { listStock, receiveStock } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { StockItems } from './stock.commands.js';
import { pageOfStock, stockOf } from './stock.query.js';

@Controller()
export class StockController {
  constructor(
    private readonly items: StockItems,
    private readonly db: DataSource,
  ) {}

  @Serves(listStock)
  list(@Input() { query }: InputOf<typeof listStock>) {
    return pageOfStock(this.db.manager, query);
  }

  @Serves(receiveStock)
  async receive(@Input() { params: { stockId }, body }: InputOf<typeof receiveStock>, @AskedBy() cause: Cause) {
    await stockOf(this.db.manager, stockId);
    return this.items.handle(stockId, { type: 'receive', stockId, ...body }, cause);
  }
}
