import { Controller } from '@nestjs/common';
import { OrderSigned, PartCatalogued } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On, projection, writeReplica } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { v5 as derivedId } from 'uuid';
import { RepairRecords } from './repair-records.commands.js';

/** Orders' ids become those of their repair records under this name space. */
const repairRecordOfOrder = '6f0c2a3e-4c1d-5b8a-9a57-2d1f3c7e8b40';

@Controller()
export class RepairRecordReactions {
  constructor(
    private readonly records: RepairRecords,
    private readonly db: DataSource,
  ) {}

  @On(OrderSigned, 'archives-files-repair')
  file({ data }: Received<typeof OrderSigned>, cause: Cause) {
    const repairRecordId = derivedId(data.orderId, repairRecordOfOrder);
    const { partsUsed } = data;
    const repair = {
      repairRecordId,
      requestId: data.requestId,
      requestNumber: data.requestNumber,
      orderId: data.orderId,
      orderNumber: data.number,
      customerId: data.customerId,
      siteId: data.siteId,
      equipmentId: data.equipmentId,
      cause: data.cause,
      nature: data.nature,
      category: data.category,
      measures: data.measures,
      engineerName: data.engineerName,
      signedBy: data.signedBy,
      signedAt: data.signedAt,
    };
    return this.records.handle(repairRecordId, { type: 'file', repair, partsUsed }, cause);
  }

  @On(PartCatalogued, 'archives-copies-part-name')
  copyPartName({ data: { partId, name }, sequence }: Received<typeof PartCatalogued>, cause: Cause) {
    const row = { table: 'part_copy', key: { part_id: partId }, columns: { name } };
    return projection(this.db, cause, (tx) => writeReplica(tx, row, sequence));
  }
}
