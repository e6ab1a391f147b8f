import type { Store } from '@pledge/messaging';
import type { RepairFile, RepairRecord } from './repair-record.js';

interface Row extends Omit<RepairFile, 'signedAt' | 'recordedAt'> {
  readonly signedAt: Date;
  readonly recordedAt: Date;
  readonly version: number;
}

export const repairRecordStore: Store<RepairRecord> = {
  async load(tx, repairRecordId) {
    const rows = await tx.query<Row[]>(
      `select repair_record_id as "repairRecordId", request_id as "requestId", request_number as "requestNumber",
         order_id as "orderId", order_number as "orderNumber", customer_id as "customerId", site_id as "siteId",
         equipment_id as "equipmentId", cause, nature, category, measures, parts, engineer_name as "engineerName",
         signed_by as "signedBy", signed_at as "signedAt", recorded_at as "recordedAt", version
       from repair_record where repair_record_id = $1`,
      [repairRecordId],
    );
    if (!rows[0]) return undefined;
    const { version, ...row } = rows[0];
    const file = { ...row, signedAt: row.signedAt.toISOString(), recordedAt: row.recordedAt.toISOString() };
    return { state: { status: 'filed', file }, version };
  },

  async save(tx, repairRecordId, state, version) {
    if (state.status === 'unknown') throw new Error(`repair record ${repairRecordId} cannot be taken out of the file`);
    const { file } = state;
    await tx.query(
      `insert into repair_record (repair_record_id, request_id, request_number, order_id, order_number, customer_id,
         site_id, equipment_id, cause, nature, category, measures, parts, engineer_name, signed_by, signed_at,
         recorded_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        repairRecordId,
        file.requestId,
        file.requestNumber,
        file.orderId,
        file.orderNumber,
        file.customerId,
        file.siteId,
        file.equipmentId,
        file.cause,
        file.nature,
        file.category,
        file.measures,
        JSON.stringify(file.parts),
        file.engineerName,
        file.signedBy,
        file.signedAt,
        file.recordedAt,
        version,
      ],
    );
  },
};
