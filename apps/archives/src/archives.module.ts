import { Module } from '@nestjs/common';
import { ApplicationModule } from '@pledge/application';
import { CustomersModule } from './customers/customers.module.js';
import { EquipmentModule } from './equipment/equipment.module.js';
import { PartReplicasModule, RepairRecordsModule } from './repair-records/repair-records.module.js';
import { SitesModule } from './sites/sites.module.js';

@Module({
  imports: [ApplicationModule, CustomersModule, SitesModule, EquipmentModule, RepairRecordsModule, PartReplicasModule],
})
export class ArchivesModule {}
