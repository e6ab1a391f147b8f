import { Module } from '@nestjs/common';
import { commandHandler } from '@pledge/messaging';
import type { Settings } from '@pledge/service-host';
import { SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { CopyReactions } from './copies/copies.projection.js';
import { engineerRules } from './engineers/engineer.js';
import { Engineers, RosterQuestions } from './engineers/engineers.commands.js';
import { EngineersController } from './engineers/engineers.controller.js';
import { rosterQuestions } from './engineers/engineers.query.js';
import { engineerStore } from './engineers/engineers.store.js';
import { dispatchOrder } from './orders/order.js';
import { DispatchOrders, FormSettings, OrderQuestions } from './orders/orders.commands.js';
import { OrdersController } from './orders/orders.controller.js';
import { changedOrder, informOrder, orderQuestions } from './orders/orders.query.js';
import { OrderReactions } from './orders/orders.reactions.js';
import { orderStore } from './orders/orders.store.js';

/** What the service reacts to; must be what the topology lets it hear. */
export const reactions = [OrderReactions, CopyReactions];

@Module({
  controllers: [OrdersController, EngineersController, ...reactions],
  providers: [
    {
      provide: DispatchOrders,
      inject: [DataSource],
      useFactory: (db: DataSource): DispatchOrders => ({
        handle: commandHandler({
          db,
          record: 'dispatch-order',
          rules: dispatchOrder,
          store: orderStore,
          view: changedOrder,
          inform: informOrder,
        }),
      }),
    },
    {
      provide: Engineers,
      inject: [DataSource],
      useFactory: (db: DataSource): Engineers => ({
        handle: commandHandler({
          db,
          record: 'engineer',
          rules: engineerRules,
          store: engineerStore,
          view: () => Promise.resolve(undefined),
        }),
      }),
    },
    { provide: OrderQuestions, inject: [DataSource], useFactory: orderQuestions },
    { provide: RosterQuestions, inject: [DataSource], useFactory: rosterQuestions },
    {
      provide: FormSettings,
      inject: [SETTINGS],
      useFactory: ({ timeZone }: Settings): FormSettings => ({
        baseUrl: process.env.PUBLIC_URL ?? 'http://127.0.0.1:8080',
        timeZone,
      }),
    },
  ],
})
export class DispatchModule {}
