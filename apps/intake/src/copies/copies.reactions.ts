import { Controller } from '@nestjs/common';
import { CustomerRegistered, EquipmentRegistered, SiteRegistered } from '@pledge/contracts/events';
import type { Cause, Heard } from '@pledge/messaging';
import { On, projection } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { copyCustomer, copySite } from './copies.projection.js';

/** Intake's own copies of what the archive announced, so that it takes reports while the archive is away. */
@Controller()
export class CopiesReactions {
  constructor(private readonly db: DataSource) {}

  @On(CustomerRegistered, 'intake-copies-customer-and-contacts')
  customer({ data }: Heard<typeof CustomerRegistered>, cause: Cause) {
    return projection(this.db, cause, (tx) => copyCustomer(tx, data));
  }

  @On(SiteRegistered, 'intake-copies-site')
  site({ data }: Heard<typeof SiteRegistered>, cause: Cause) {
    return projection(this.db, cause, (tx) => copySite(tx, data));
  }

  @On(EquipmentRegistered, 'intake-copies-equipment')
  equipment({ data }: Heard<typeof EquipmentRegistered>, cause: Cause) {
    return projection(this.db, cause, (tx) =>
      tx.query(
        `insert into equipment_copy (equipment_id, customer_id, site_id, qr_token, data) values ($1, $2, $3, $4, $5)
         on conflict (equipment_id) do update set customer_id = excluded.customer_id, site_id = excluded.site_id,
           qr_token = excluded.qr_token, data = excluded.data`,
        [data.equipmentId, data.customerId, data.siteId, data.qrToken, JSON.stringify(data)],
      ),
    );
  }
}
