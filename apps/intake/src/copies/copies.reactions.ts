import { Controller } from '@nestjs/common';
import { CustomerRegistered, EquipmentRegistered, SiteRegistered } from '@pledge/contracts/events';
import type { Cause, Heard } from '@pledge/messaging';
import { On, projection } from '@pledge/messaging';
import { DataSource } from 'typeorm';

/** Intake's own copies of what the archive announced, so that it takes reports while the archive is away. */
@Controller()
export class CopiesReactions {
  constructor(private readonly db: DataSource) {}

  @On(CustomerRegistered, 'intake-copies-customer')
  customer({ data }: Heard<typeof CustomerRegistered>, cause: Cause) {
    return projection(this.db, cause, (tx) =>
      tx.query(
        `insert into customer_copy (customer_id, name, terms) values ($1, $2, $3)
         on conflict (customer_id) do update set name = excluded.name, terms = excluded.terms`,
        [data.customerId, data.name, JSON.stringify(data.terms)],
      ),
    );
  }

  @On(SiteRegistered, 'intake-copies-site')
  site({ data }: Heard<typeof SiteRegistered>, cause: Cause) {
    return projection(this.db, cause, (tx) =>
      tx.query(
        `insert into site_copy (site_id, customer_id, name, address, territory) values ($1, $2, $3, $4, $5)
         on conflict (site_id) do update set customer_id = excluded.customer_id, name = excluded.name,
           address = excluded.address, territory = excluded.territory`,
        [data.siteId, data.customerId, data.name, data.address, data.territory],
      ),
    );
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
