import type { CallerIdentity, InputOf } from '@pledge/contracts';
import type { listOrders, Order } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import type { OrderCommand } from './order-commands.js';
import type { OrderEvent } from './order-events.js';

/** The one door into dispatch orders, for the web and the bus alike. */
export abstract class DispatchOrders {
  abstract readonly handle: CommandHandler<OrderCommand, OrderEvent, Order>;
}

/** Whom an order concerns: decides who may know of it. */
export interface Concerned {
  readonly customerId: string;
  readonly engineerId: string | null;
}

export interface PageOfOrders {
  readonly items: Order[];
  readonly nextCursor: string | null;
}

/** What the screens ask about dispatch orders. */
export abstract class OrderQuestions {
  abstract concerned(orderId: string): Promise<Concerned | undefined>;
  abstract one(orderId: string): Promise<Order | undefined>;
  abstract page(query: InputOf<typeof listOrders>['query'], caller: CallerIdentity): Promise<PageOfOrders>;
  /** The drawn signature as a data URL. */
  abstract signature(orderId: string): Promise<string | null>;
}

/** How the printed form names the house: the address in its QR code, the zone of its times. */
export abstract class FormSettings {
  abstract readonly baseUrl: string;
  abstract readonly timeZone: string;
}
