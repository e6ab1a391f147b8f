import type { PurchaseOrder } from '@pledge/contracts/http';
import { listPurchaseOrders } from '@pledge/contracts/http';
import { listPage, Tag } from '@pledge/ui';
import { partsText } from './parts-text.js';
import { tabs } from './tabs.js';

export const PurchaseOrdersPage = listPage<typeof listPurchaseOrders, PurchaseOrder>({
  route: listPurchaseOrders,
  word: 'purchase-orders',
  tabs,
  rowKey: ({ id }) => id,
  name: ({ number }) => number,
  to: ({ orderId }) => `/orders/${orderId}`,
  columns: [
    { key: 'number', share: 4, phone: 'line', cell: ({ number }) => <span className="number">{number}</span> },
    { key: 'parts', share: 10, phone: 'title', cell: ({ lines }, { t }) => partsText(lines, t) },
    {
      key: 'status',
      share: 3,
      phone: 'state',
      cell: ({ status }, { t }) => <Tag tone="info">{t(`purchase-order-status.${status}`)}</Tag>,
    },
    { key: 'draftedAt', share: 3, kind: 'time', phone: 'due', cell: ({ draftedAt }, { short }) => short(draftedAt) },
  ],
});
