import { Controller, Inject } from '@nestjs/common';
import type { CallerIdentity, InputOf } from '@pledge/contracts';
import type { Order } from '@pledge/contracts/http';
import { getOrderForm, order as orderContract } from '@pledge/contracts/http';
import { dispatchOrderForm } from '@pledge/forms';
import type { Settings } from '@pledge/service-host';
import { Caller, Input, redacted, Serves, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { orderReader } from './orders.projection.js';

@Controller()
export class OrderFormController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Serves(getOrderForm)
  async pdf(
    @Input() { params: { orderId }, query }: InputOf<typeof getOrderForm>,
    @Caller() caller: CallerIdentity,
  ): Promise<Uint8Array> {
    const order = await orderReader.one(this.db, orderId, caller);
    const drawings = await this.db.query<{ image: string }[]>('select image from order_signature where order_id = $1', [
      orderId,
    ]);
    const shown = redacted(orderContract, order, caller.roles) as Order;
    const { timeZone } = this.settings;
    const baseUrl = process.env.PUBLIC_URL ?? 'http://127.0.0.1:8080';
    return dispatchOrderForm(
      { ...shown, drawing: drawings[0]?.image ?? null },
      { language: query.lang, baseUrl, timeZone },
    );
  }
}
