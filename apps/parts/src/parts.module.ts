import { Module } from '@nestjs/common';
import type { Settings } from '@pledge/service-host';
import { SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Catalogue, catalogueIn } from './catalogue/catalogue.commands.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { PurchaseOrdersController } from './purchase-orders/purchase-orders.controller.js';
import { Reservations, reservationsIn } from './reservations/reservations.commands.js';
import { ReservationsController } from './reservations/reservations.controller.js';
import { ReservationReactions } from './reservations/reservations.reactions.js';
import { StockItems, stockItemsIn } from './stock/stock.commands.js';
import { StockController } from './stock/stock.controller.js';

@Module({
  controllers: [
    CatalogueController,
    StockController,
    ReservationsController,
    PurchaseOrdersController,
    ReservationReactions,
  ],
  providers: [
    { provide: Catalogue, inject: [DataSource], useFactory: catalogueIn },
    { provide: StockItems, inject: [DataSource], useFactory: stockItemsIn },
    {
      provide: Reservations,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => reservationsIn(db, timeZone),
    },
  ],
})
export class PartsModule {}
