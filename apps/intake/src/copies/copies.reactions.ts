import { Controller } from '@nestjs/common';
import { CustomerRegistered, EquipmentRegistered, SiteRegistered } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On, projection, writeReplica } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { copyCustomer, copySite } from './copies.projection.js';

/** Intake's own copies of what the archive announced, so that it takes reports while the archive is away. */
@Controller()
export class CopiesReactions {
  constructor(private readonly db: DataSource) {}

  @On(CustomerRegistered, 'intake-copies-customer-and-contacts')
  customer({ data, sequence }: Received<typeof CustomerRegistered>, cause: Cause) {
    return projection(this.db, cause, (tx) => copyCustomer(tx, data, sequence));
  }

  @On(SiteRegistered, 'intake-copies-site')
  site({ data, sequence }: Received<typeof SiteRegistered>, cause: Cause) {
    return projection(this.db, cause, (tx) => copySite(tx, data, sequence));
  }

  @On(EquipmentRegistered, 'intake-copies-equipment')
  equipment({ data, sequence }: Received<typeof EquipmentRegistered>, cause: Cause) {
    return projection(this.db, cause, (tx) =>
      writeReplica(
        tx,
        {
          table: 'equipment_copy',
          key: { equipment_id: data.equipmentId },
          columns: {
            customer_id: data.customerId,
            site_id: data.siteId,
            qr_token: data.qrToken,
            data: JSON.stringify(data),
          },
        },
        sequence,
      ),
    );
  }
}
