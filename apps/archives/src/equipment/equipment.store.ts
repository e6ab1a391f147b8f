import type { Store } from '@pledge/messaging';
import type { Piece, PieceFile } from './piece.js';

interface Row extends Omit<PieceFile, 'registeredAt'> {
  readonly registeredAt: Date;
  readonly version: number;
}

export const equipmentStore: Store<Piece> = {
  async load(tx, equipmentId) {
    const rows = await tx.query<Row[]>(
      `select equipment_id as "equipmentId", customer_id as "customerId", site_id as "siteId", name, model, manufacturer,
         serial_number as "serialNumber", category, location, qr_token as "qrToken",
         to_char(commissioned_on, 'YYYY-MM-DD') as "commissionedOn", warranty_months as "warrantyMonths",
         to_char(extended_until, 'YYYY-MM-DD') as "extendedUntil", registered_at as "registeredAt", version
       from equipment where equipment_id = $1`,
      [equipmentId],
    );
    if (!rows[0]) return undefined;
    const { version, registeredAt, ...file } = rows[0];
    return { state: { status: 'on-file', file: { ...file, registeredAt: registeredAt.toISOString() } }, version };
  },

  async save(tx, equipmentId, state, version) {
    if (state.status === 'unknown') throw new Error(`equipment ${equipmentId} cannot go back to being unknown`);
    const { file } = state;
    await tx.query(
      `insert into equipment (equipment_id, customer_id, site_id, name, model, manufacturer, serial_number, category,
         location, qr_token, commissioned_on, warranty_months, extended_until, search, registered_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (equipment_id) do update set name = excluded.name, model = excluded.model,
         manufacturer = excluded.manufacturer, serial_number = excluded.serial_number, category = excluded.category,
         location = excluded.location, qr_token = excluded.qr_token, commissioned_on = excluded.commissioned_on,
         warranty_months = excluded.warranty_months, extended_until = excluded.extended_until,
         search = excluded.search, version = excluded.version`,
      [
        equipmentId,
        file.customerId,
        file.siteId,
        file.name,
        file.model,
        file.manufacturer,
        file.serialNumber,
        file.category,
        file.location,
        file.qrToken,
        file.commissionedOn,
        file.warrantyMonths,
        file.extendedUntil,
        [file.name, file.manufacturer, file.model, file.serialNumber, file.location].join(' '),
        file.registeredAt,
        version,
      ],
    );
  },
};
