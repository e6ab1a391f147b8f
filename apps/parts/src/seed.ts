import { demoParts, demoStock, demoSuppliers } from '@pledge/demo';
import type { DataSource } from 'typeorm';
import type { Catalogue } from './catalogue/catalogue.module.js';
import type { Suppliers } from './suppliers/suppliers.module.js';
import type { StockItems } from './stock/stock.module.js';

const atOnce = 6;

/** Fills the demo company's catalogue and shelves; what is there already is left alone. */
export async function stockDemo(
  db: DataSource,
  { catalogue, items, suppliers }: { catalogue: Catalogue; items: StockItems; suppliers: Suppliers },
): Promise<void> {
  const rows = await db.query<{ id: string }[]>(
    'select part_id as id from part union all select stock_id from stock union all select supplier_id from supplier',
  );
  const there = new Set(rows.map(({ id }) => id));

  await inTurn(
    demoParts.filter(({ partId }) => !there.has(partId)),
    (part) => catalogue.handle(part.partId, { type: 'catalogue', part }, { by: 'demo', key: part.partId }),
  );
  await inTurn(
    demoStock.filter(({ stockId }) => !there.has(stockId)),
    ({ stockId, ...row }) =>
      items.handle(stockId, { type: 'open', ...row, reference: '期初建账' }, { by: 'demo', key: stockId }),
  );
  await inTurn(
    demoSuppliers.filter(({ supplierId }) => !there.has(supplierId)),
    ({ supplierId, ...supplier }) =>
      suppliers.handle(supplierId, { type: 'register', ...supplier }, { by: 'demo', key: supplierId }),
  );
}

/** A few at a time, so that the pool keeps connections for others. */
async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
