import { Controller, Inject } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts';
import { getPurchaseOrderForm } from '@pledge/contracts/http';
import { purchaseOrderForm } from '@pledge/forms';
import type { Settings } from '@pledge/service-host';
import { Input, Serves, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { purchaseOrderReader } from './purchase-orders.projection.js';

/** The purchase order on paper. */
@Controller()
export class PurchaseOrderFormController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Serves(getPurchaseOrderForm)
  async pdf(@Input() { params, query }: InputOf<typeof getPurchaseOrderForm>): Promise<Uint8Array> {
    const order = await purchaseOrderReader.one(this.db, params.purchaseOrderId, undefined);
    const baseUrl = process.env.PUBLIC_URL ?? 'http://127.0.0.1:8080';
    return purchaseOrderForm(order, { language: query.lang, baseUrl, timeZone: this.settings.timeZone });
  }
}
