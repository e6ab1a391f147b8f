import type { PurchaseOrder } from '@pledge/contracts/http';
import { listPurchaseOrders } from '@pledge/contracts/http';
import { Due, listPage } from '@pledge/ui';
import { partsText } from './parts-text.js';
import { PurchaseOrderMark } from './purchase-order-mark.js';
import { tabs } from './tabs.js';

export const PurchaseOrdersPage = listPage<typeof listPurchaseOrders, PurchaseOrder>({
  route: listPurchaseOrders,
  word: 'purchase-orders',
  tabs,
  rowKey: ({ id }) => id,
  name: ({ number }) => number,
  to: ({ id }) => `/stock/purchase-orders/${id}`,
  filters: ['q', 'status'],
  filterWords: { status: 'purchase-order-status' },
  views: [
    { word: 'filter.open', query: { open: 'true', sort: 'due' } },
    { word: 'purchase-order-status.submitted', query: { status: 'submitted' } },
    { word: 'filter.all', query: {} },
  ],
  columns: [
    {
      key: 'parts',
      share: 10,
      phone: 'both',
      cell: ({ lines }, { t }) => partsText(lines, t),
      under: ({ number }) => <span className="number">{number}</span>,
    },
    {
      key: 'status',
      share: 3,
      phone: 'state',
      cell: ({ status }) => <PurchaseOrderMark status={status} />,
      under: ({ supplier }) => supplier?.name,
    },
    {
      key: 'draftedAt',
      share: 3,
      kind: 'time',
      cell: ({ draftedAt }, { short }) => short(draftedAt),
      under: ({ draftedBy }) => draftedBy?.name,
    },
    { key: 'dueAt', share: 3, kind: 'time', phone: 'due', cell: ({ dueAt }) => <Due at={dueAt} /> },
  ],
});
