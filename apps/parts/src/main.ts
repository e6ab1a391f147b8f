import { startService } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Catalogue } from './catalogue/catalogue.module.js';
import { partsMigrations } from './migrations/index.js';
import { PartsModule } from './parts.module.js';
import { stockDemo } from './seed.js';
import { Suppliers } from './suppliers/suppliers.module.js';
import { StockItems } from './stock/stock.module.js';

await startService({
  service: 'parts',
  module: PartsModule,
  migrations: partsMigrations,
  seed: (app) =>
    stockDemo(app.get(DataSource), {
      catalogue: app.get(Catalogue),
      items: app.get(StockItems),
      suppliers: app.get(Suppliers),
    }),
});
