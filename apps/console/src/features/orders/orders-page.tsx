import type { Order } from '@pledge/contracts/http';
import { closeOrder, listOrders } from '@pledge/contracts/http';
import { Due, listPage } from '@pledge/ui';
import type { ListPageOptions } from '@pledge/ui';
import { useUser } from '../../session/session.js';
import { ImpactMark } from '../../ui/primitives.js';
import { GateMark, StatusMark } from './order-marks.js';

const orders: Omit<ListPageOptions<typeof listOrders, Order>, 'route' | 'word'> = {
  rowKey: ({ id }) => id,
  name: ({ number, description }) => `${number} ${description}`,
  to: ({ id }) => `/orders/${id}`,
  filters: ['q', 'status'],
  filterWords: { status: 'order-status' },
  views: [
    { word: 'filter.open', query: { open: 'true' } },
    { word: 'order-status.open', query: { status: 'open' } },
    { word: 'order-status.signed', query: { status: 'signed' } },
    { word: 'filter.all', query: {} },
  ],
  columns: [
    {
      key: 'description',
      share: 9,
      phone: 'title',
      cell: ({ description }) => description,
      under: ({ number, impact }) => (
        <>
          <span className="number">{number}</span> · <ImpactMark impact={impact} />
        </>
      ),
    },
    { key: 'site', share: 6, phone: 'line', cell: (order) => order.customerName, under: (order) => order.siteName },
    { key: 'status', share: 3, phone: 'state', cell: ({ status }) => <StatusMark status={status} /> },
    {
      key: 'engineer',
      share: 3,
      cell: ({ engineer }) => engineer?.name ?? '—',
      under: ({ engineer }) => engineer?.phone,
    },
    {
      key: 'parts',
      share: 3,
      cell: ({ status, parts }) => (status === 'open' ? '—' : <GateMark state={parts.state} />),
    },
    {
      key: 'resolveBy',
      share: 3,
      kind: 'time',
      phone: 'due',
      cell: ({ resolveBy, measures }) => <Due at={resolveBy} doneAt={measures?.completedAt ?? null} />,
    },
  ],
  bulk: [
    {
      route: closeOrder,
      can: ({ possible }) => possible.includes('close'),
      input: ({ id }) => ({ params: { orderId: id } }),
      version: ({ version }) => version,
    },
  ],
};
const AllOrdersPage = listPage<typeof listOrders, Order>({ route: listOrders, word: 'orders', ...orders });
const OwnOrdersPage = listPage<typeof listOrders, Order>({ route: listOrders, word: 'own-orders', ...orders });

/** An engineer sees their own. */
export const OrdersPage = () => (useUser().role === 'engineer' ? <OwnOrdersPage /> : <AllOrdersPage />);
