import { Module } from '@nestjs/common';
import type { DeclaredReaction } from '@pledge/application';
import {
  aggregate,
  aggregateModule,
  documents,
  listOf,
  on,
  projectionOf,
  replica,
  replicaModule,
} from '@pledge/application';
import { OrderSigned, PartCatalogued } from '@pledge/contracts/events';
import type { RepairRecord as RepairRecordView } from '@pledge/contracts/http';
import { listRepairRecords } from '@pledge/contracts/http';
import { Commands, question } from '@pledge/messaging';
import { v5 as derivedId } from 'uuid';
import { ofTheirCustomer } from '../scope.js';
import type { RepairFile, RepairRecordCommand } from './repair-record.js';
import { repairRecord } from './repair-record.js';

export abstract class RepairRecords extends Commands<RepairRecordCommand> {}

/** Orders' ids become those of their repair records under this name space. */
const repairRecordOfOrder = '6f0c2a3e-4c1d-5b8a-9a57-2d1f3c7e8b40';

const namesIn = (rows: readonly { partId: string; name: string }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map(({ partId, name }) => [partId, name]));

export const repairRecords = aggregate('repair-record', repairRecord, {
  store: documents('repair_record', 'repair_record_id', {
    request_id: ({ file }) => file.requestId,
    order_id: ({ file }) => file.orderId,
    customer_id: ({ file }) => file.customerId,
    site_id: ({ file }) => file.siteId,
    equipment_id: ({ file }) => file.equipmentId,
    signed_at: ({ file }) => file.signedAt,
  }),
  context: (_repairRecordId, { partsUsed }) => ({
    partNames: question(
      'select part_id as "partId", name from part_replica where part_id = any($1)',
      [partsUsed.map(({ partId }) => partId)],
      namesIn,
    ),
  }),
});

interface Row {
  readonly file: RepairFile;
  readonly parts: RepairRecordView['parts'];
}

const view = projectionOf<RepairRecordView>({
  from: 'repair_record r',
  key: 'r.repair_record_id',
  select: {
    file: `r.record -> 'file'`,
    // A part whose name came late is shown under it all the same.
    parts: `coalesce((select jsonb_agg(line || jsonb_build_object('name', coalesce(p.name, line ->> 'name')) order by nth)
      from jsonb_array_elements(r.record #> '{file,parts}') with ordinality as lines (line, nth)
      left join part_replica p on p.part_id = (line ->> 'partId')::uuid), '[]')`,
  },
  item({ file: { repairRecordId: id, recordedAt: _, ...file }, parts }: Row): RepairRecordView {
    return { id, ...file, parts };
  },
});

export const repairRecordList = listOf(listRepairRecords, view, {
  filters: {
    equipmentId: 'r.equipment_id',
    customerId: 'r.customer_id',
    siteId: 'r.site_id',
    requestId: 'r.request_id',
  },
  visible: ofTheirCustomer('r.customer_id'),
  order: [
    ['r.signed_at', 'desc', 'timestamptz'],
    ['r.repair_record_id', 'desc', 'uuid'],
  ],
});

export const repairRecordReactions: readonly DeclaredReaction<RepairRecordCommand>[] = [
  on(OrderSigned, 'archives-files-repair', (order) => [
    derivedId(order.orderId, repairRecordOfOrder),
    {
      type: 'file',
      repair: {
        ...{ requestId: order.requestId, requestNumber: order.requestNumber },
        ...{ orderId: order.orderId, orderNumber: order.number },
        ...{ customerId: order.customerId, siteId: order.siteId, equipmentId: order.equipmentId },
        ...{ cause: order.cause, nature: order.nature, category: order.category, measures: order.measures },
        ...{ engineerName: order.engineerName, signedBy: order.signedBy, signedAt: order.signedAt },
      },
      partsUsed: order.partsUsed,
    },
  ]),
];

export const partReplicas: readonly DeclaredReaction[] = [
  replica(PartCatalogued, 'archives-copies-part-name', {
    table: 'part_replica',
    key: { part_id: ({ partId }) => partId },
    columns: { name: ({ name }) => name },
  }),
];

@Module(replicaModule('parts', partReplicas))
export class PartReplicasModule {}

@Module(aggregateModule(repairRecords, RepairRecords, { lists: [repairRecordList], reactions: repairRecordReactions }))
export class RepairRecordsModule {}
