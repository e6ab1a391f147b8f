import { Controller } from '@nestjs/common';
import { RequestReceived } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { v5 } from 'uuid';
import { reportOf } from './order-from-request.js';
import { DispatchOrders } from './orders.commands.js';

@Controller()
export class OrderReactions {
  constructor(private readonly orders: DispatchOrders) {}

  @On(RequestReceived, 'dispatch-opens-order')
  async open({ data }: Received<typeof RequestReceived>, cause: Cause): Promise<void> {
    if (data.kind !== 'fault') return;
    const orderId = orderIdFor(data.requestId);
    await this.orders.handle(orderId, { type: 'open', orderId, report: reportOf(data), handOff: data.handOff }, cause);
  }
}

/**
 * A request has one order and can have no other: the order's id follows from the request's. It keeps the request's place in time and the
 * form of a UUID of version 7.
 */
export function orderIdFor(requestId: string): string {
  const hash = v5('dispatch-order', requestId);
  return `${requestId.slice(0, 13)}-7${hash.slice(15)}`.toLowerCase();
}
