import { Module } from '@nestjs/common';
import {
  aggregate,
  aggregateModule,
  containsPattern,
  documents,
  getOf,
  listOf,
  projectionOf,
} from '@pledge/application';
import type { Equipment } from '@pledge/contracts/http';
import { getEquipment, listEquipment } from '@pledge/contracts/http';
import { Commands, question } from '@pledge/messaging';
import type { WarrantyTerms } from '@pledge/promises';
import { warrantyOn } from '@pledge/promises';
import { isTheirCustomer, ofTheirCustomer } from '../scope.js';
import type { PieceCommand, PieceContext } from './piece.js';
import { piece } from './piece.js';

export abstract class InstalledBase extends Commands<PieceCommand> {}

export const installedBase = aggregate('equipment', piece, {
  store: documents('equipment', 'equipment_id', {
    customer_id: ({ file }) => file.customerId,
    site_id: ({ file }) => file.siteId,
    name: ({ file }) => file.name,
    model: ({ file }) => file.model,
    manufacturer: ({ file }) => file.manufacturer,
    serial_number: ({ file }) => file.serialNumber,
    category: ({ file }) => file.category,
    location: ({ file }) => file.location,
    qr_token: ({ file }) => file.qrToken,
    commissioned_on: ({ file }) => file.commissionedOn,
    warranty_months: ({ file }) => file.warrantyMonths,
    extended_until: ({ file }) => file.extendedUntil,
    search: ({ file }) => [file.name, file.manufacturer, file.model, file.serialNumber, file.location].join(' '),
  }),
  context: (_equipmentId, { piece: { siteId } }) => ({
    siteOf: question(
      'select customer_id as "siteOf" from site where site_id = $1',
      [siteId],
      ([found]: readonly PieceContext[]) => found?.siteOf ?? null,
    ),
  }),
});

interface Row extends Omit<Equipment, 'warranty'>, WarrantyTerms {
  readonly commissionedOn: string | null;
  /** The day it is in the company's time zone. */
  readonly today: string;
}

const view = projectionOf<Equipment>({
  from: 'equipment e join site s using (site_id) join customer c on c.customer_id = e.customer_id',
  key: 'e.equipment_id',
  select: {
    ...{ id: 'e.equipment_id', customerId: 'e.customer_id', customerName: 'c.name', siteId: 'e.site_id' },
    ...{ siteName: 's.name', name: 'e.name', model: 'e.model', manufacturer: 'e.manufacturer' },
    ...{ serialNumber: 'e.serial_number', category: 'e.category', location: 'e.location', version: 'e.version' },
    commissionedOn: `to_char(e.commissioned_on, 'YYYY-MM-DD')`,
    warrantyMonths: 'e.warranty_months',
    extendedUntil: `to_char(e.extended_until, 'YYYY-MM-DD')`,
    today: `to_char(now() at time zone :timeZone, 'YYYY-MM-DD')`,
  },
  item({ today, warrantyMonths, extendedUntil, ...row }: Row): Equipment {
    const { commissionedOn } = row;
    return { ...row, warranty: warrantyOn(today, { commissionedOn, warrantyMonths, extendedUntil }) };
  },
});

export const equipmentList = listOf(listEquipment, view, {
  filters: { siteId: 'e.site_id', customerId: 'e.customer_id' },
  search(q) {
    const pattern = containsPattern(q);
    if (pattern === null) return undefined;
    return (at) => `(e.search ilike ${at(pattern)} or s.search ilike ${at(pattern)})`;
  },
  visible: ofTheirCustomer('e.customer_id'),
  order: [['e.equipment_id', 'asc', 'uuid']],
});
export const equipmentReader = getOf(getEquipment, view, ({ customerId }, caller) =>
  isTheirCustomer(customerId, caller),
);

@Module(aggregateModule(installedBase, InstalledBase, { lists: [equipmentList], gets: [equipmentReader] }))
export class EquipmentModule {}
