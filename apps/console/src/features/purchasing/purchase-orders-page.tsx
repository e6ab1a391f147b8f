import type { PurchaseOrder } from '@pledge/contracts/http';
import { draftPurchaseOrder, listPurchaseOrders } from '@pledge/contracts/http';
import { Due, listPage, step } from '@pledge/ui';
import { PartsPicker } from '../../ui/parts-picker.js';
import { storeTabs } from '../../ui/store-tabs.js';
import { moneyOf, PurchaseMark, partsOf } from './purchase-marks.js';

export const PurchaseOrdersPage = listPage<typeof listPurchaseOrders, PurchaseOrder>({
  route: listPurchaseOrders,
  word: 'purchase-orders',
  tabs: storeTabs,
  rowKey: ({ id }) => id,
  name: ({ number }) => number,
  to: ({ id }) => `/purchase-orders/${id}`,
  filters: ['q', 'status'],
  filterWords: { status: 'purchase-order-status' },
  views: [
    { word: 'purchase-orders.by-due', query: { open: 'true', sort: 'due' } },
    { word: 'purchase-orders.all', query: {} },
  ],
  create: step<object>()(draftPurchaseOrder, { widgets: { lines: PartsPicker } }),
  columns: [
    {
      key: 'parts',
      share: 9,
      phone: 'title',
      cell: partsOf,
      under: ({ number }) => <span className="number">{number}</span>,
    },
    {
      key: 'supplier',
      share: 5,
      phone: 'line',
      cell: ({ supplier }) => supplier?.name ?? '—',
      under: ({ amount }) => amount !== null && moneyOf(amount),
    },
    { key: 'status', share: 3, phone: 'state', cell: ({ status }) => <PurchaseMark status={status} /> },
    {
      key: 'dueAt',
      share: 3,
      kind: 'time',
      phone: 'due',
      cell: ({ dueAt }) => (dueAt === null ? <span className="quiet">—</span> : <Due at={dueAt} />),
    },
  ],
});
