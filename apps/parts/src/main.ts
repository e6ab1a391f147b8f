import { startService } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Catalogue } from './catalogue/catalogue.commands.js';
import { stockDemo } from './seed.js';
import { partsMigrations } from './migrations/index.js';
import { PartsModule } from './parts.module.js';
import { StockItems } from './stock/stock.commands.js';
import { partsWords } from './words.js';

await startService({
  service: 'parts',
  module: PartsModule,
  migrations: partsMigrations,
  words: partsWords,
  seed: (app) => stockDemo(app.get(DataSource), app.get(Catalogue), app.get(StockItems)),
});
