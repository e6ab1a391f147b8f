import type { Supplier } from '@pledge/contracts/http';
import {
  correctSupplierContact,
  listSuppliers,
  registerSupplier,
  reinstateSupplier,
  suspendSupplier,
} from '@pledge/contracts/http';
import { listPage, step, Tag } from '@pledge/ui';
import { PhoneLink } from '../../ui/primitives.js';
import { storeTabs } from '../../ui/store-tabs.js';

const of = step<Supplier>();

export const SuppliersPage = listPage<typeof listSuppliers, Supplier>({
  route: listSuppliers,
  word: 'suppliers',
  tabs: storeTabs,
  rowKey: ({ id }) => id,
  name: ({ name }) => name,
  filters: ['q', 'status'],
  filterWords: { status: 'supplier-status' },
  create: step<object>()(registerSupplier),
  columns: [
    {
      key: 'supplier',
      share: 8,
      phone: 'title',
      cell: ({ name }) => name,
      under: ({ suspendedBecause }) =>
        suspendedBecause !== null && <span className="bad-text">{suspendedBecause}</span>,
    },
    {
      key: 'contact',
      share: 5,
      phone: 'line',
      cell: ({ contact, phone }) => <PhoneLink name={contact} phone={phone} />,
      under: ({ email }) => email !== null && <a href={`mailto:${email}`}>{email}</a>,
    },
    { key: 'openOrders', share: 3, kind: 'amount', cell: ({ openOrders }) => openOrders },
    {
      key: 'status',
      share: 3,
      phone: 'state',
      cell: ({ status }, { t }) => (
        <Tag tone={status === 'active' ? 'good' : 'bad'}>{t(`supplier-status.${status}`)}</Tag>
      ),
    },
  ],
  rowSteps: [
    { step: of(correctSupplierContact), params: ({ id }) => ({ supplierId: id }) },
    {
      step: of(suspendSupplier),
      params: ({ id }) => ({ supplierId: id }),
      offered: ({ status }) => status === 'active',
    },
    {
      step: of(reinstateSupplier),
      params: ({ id }) => ({ supplierId: id }),
      offered: ({ status }) => status === 'suspended',
    },
  ],
});
