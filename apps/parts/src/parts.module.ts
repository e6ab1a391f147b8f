import { Module } from '@nestjs/common';
import { ApplicationModule } from '@pledge/application';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { PurchaseOrdersModule } from './purchase-orders/purchase-orders.module.js';
import { ReservationsModule } from './reservations/reservations.module.js';
import { StockModule } from './stock/stock.module.js';
import { SuppliersModule } from './suppliers/suppliers.module.js';

@Module({
  imports: [ApplicationModule, CatalogueModule, StockModule, ReservationsModule, PurchaseOrdersModule, SuppliersModule],
})
export class PartsModule {}
