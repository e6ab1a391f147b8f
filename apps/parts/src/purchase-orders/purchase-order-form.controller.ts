import { Controller, Inject } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts';
import { getPurchaseOrderForm, listPlaces } from '@pledge/contracts/http';
import { purchaseOrderForm } from '@pledge/forms';
import type { Settings } from '@pledge/service-host';
import { Input, NotFound, Serves, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { purchaseOrderProjection } from './purchase-orders.projection.js';

/** The purchase order on paper, and the places that what comes in may go to. */
@Controller()
export class PurchaseOrderFormController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Serves(getPurchaseOrderForm)
  async pdf(@Input() { params, query }: InputOf<typeof getPurchaseOrderForm>): Promise<Uint8Array> {
    const { text, values, read } = purchaseOrderProjection.one(params.purchaseOrderId);
    const order = read(await this.db.query<unknown[]>(text, [...values]));
    if (!order) throw new NotFound();
    const baseUrl = process.env.PUBLIC_URL ?? 'http://127.0.0.1:8080';
    return purchaseOrderForm(order, { language: query.lang, baseUrl, timeZone: this.settings.timeZone });
  }

  @Serves(listPlaces)
  async places(): Promise<{ items: { placeId: string; place: string }[] }> {
    return {
      items: await this.db.query('select distinct place_id as "placeId", place from stock order by place, place_id'),
    };
  }
}
