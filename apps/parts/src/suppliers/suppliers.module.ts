import { Module } from '@nestjs/common';
import { aggregate, aggregateModule, documents, listOf, projectionOf } from '@pledge/application';
import type { Supplier as SupplierView } from '@pledge/contracts/http';
import { listSuppliers, supplierRoutes } from '@pledge/contracts/http';
import { Commands } from '@pledge/messaging';
import type { SupplierCommand, SupplierEvent } from './supplier.js';
import { supplier } from './supplier.js';

export abstract class Suppliers extends Commands<SupplierCommand, SupplierEvent, SupplierView> {}

const view = projectionOf<SupplierView>({
  from: 'supplier s',
  key: 's.supplier_id',
  select: {
    ...{ id: 's.supplier_id', name: 's.name', contact: `s.record ->> 'contact'`, phone: `s.record ->> 'phone'` },
    email: `s.record ->> 'email'`,
    ...{ status: 's.status', suspendedBecause: `s.record ->> 'suspendedBecause'`, version: 's.version' },
    openOrders: `(select count(*)::int from purchase_order p
      where p.supplier_id = s.supplier_id and p.status not in ('closed', 'cancelled'))`,
    possible: `case s.status when 'active' then '["correct-contact", "suspend"]'::jsonb else '["correct-contact", "reinstate"]'::jsonb end`,
  },
});

export const suppliers = aggregate('supplier', supplier, {
  store: documents('supplier', 'supplier_id', { name: ({ name }) => name, status: ({ status }) => status }),
  view: ({ id }) => view.one(id),
});

export const supplierList = listOf(listSuppliers, view, {
  filters: { status: 's.status' },
  search: 's.name',
  order: [
    ['s.name', 'asc', 'text'],
    ['s.supplier_id', 'asc', 'uuid'],
  ],
});

@Module(aggregateModule(suppliers, Suppliers, { commands: supplierRoutes, lists: [supplierList] }))
export class SuppliersModule {}
