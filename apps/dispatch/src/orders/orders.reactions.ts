import { Controller } from '@nestjs/common';
import { RequestReceived } from '@pledge/contracts/events';
import type { Cause, Heard } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { orderIdFor, reportOf } from './order-from-request.js';
import { DispatchOrders } from './orders.commands.js';

@Controller()
export class OrderReactions {
  constructor(private readonly orders: DispatchOrders) {}

  @On(RequestReceived, 'dispatch-opens-order')
  async open({ data }: Heard<typeof RequestReceived>, cause: Cause): Promise<void> {
    if (data.kind !== 'fault') return;
    const orderId = orderIdFor(data.requestId);
    await this.orders.handle(orderId, { type: 'open', orderId, report: reportOf(data), handOff: data.handOff }, cause);
  }
}
