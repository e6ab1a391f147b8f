import type { Stock } from '@pledge/contracts/http';
import { listStock, receiveStock } from '@pledge/contracts/http';
import { listPage, step } from '@pledge/ui';
import { storeTabs } from '../../ui/store-tabs.js';

const of = step<Stock>();

export const StockPage = listPage<typeof listStock, Stock>({
  route: listStock,
  word: 'stock',
  tabs: storeTabs,
  rowKey: ({ id }) => id,
  name: ({ name, model, place }) => `${name} ${model} · ${place}`,
  filters: ['q'],
  columns: [
    {
      key: 'part',
      share: 8,
      phone: 'title',
      cell: ({ name }) => name,
      under: ({ code, model }) => (
        <>
          <span className="number">{code}</span> · {model}
        </>
      ),
    },
    { key: 'category', share: 3, cell: ({ category }, { t }) => t(`category.${category}`) },
    { key: 'place', share: 5, phone: 'line', cell: ({ place }) => place },
    { key: 'onHand', share: 2, kind: 'amount', cell: ({ onHand }) => onHand },
    { key: 'reserved', share: 2, kind: 'amount', cell: ({ reserved }) => reserved },
    {
      key: 'available',
      share: 2,
      kind: 'amount',
      phone: 'due',
      cell: ({ available, unit }) => (
        <strong className={available > 0 ? '' : 'bad-text'}>{`${String(available)} ${unit}`}</strong>
      ),
    },
  ],
  rowSteps: [
    {
      step: of(receiveStock, { initial: () => ({ quantity: 1 }), at: { 'stock-too-large': 'quantity' } }),
      params: ({ id }) => ({ stockId: id }),
    },
  ],
});
