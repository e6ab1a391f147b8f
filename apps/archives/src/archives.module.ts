import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Customers, customersIn } from './customers/customers.commands.js';
import { CustomersController } from './customers/customers.controller.js';
import { InstalledBase, installedBaseIn } from './equipment/equipment.commands.js';
import { EquipmentController } from './equipment/equipment.controller.js';
import { RepairRecords, repairRecordsIn } from './repair-records/repair-records.commands.js';
import { RepairRecordsController } from './repair-records/repair-records.controller.js';
import { RepairRecordReactions } from './repair-records/repair-records.reactions.js';
import { Sites, sitesIn } from './sites/sites.commands.js';
import { SitesController } from './sites/sites.controller.js';

@Module({
  controllers: [
    CustomersController,
    SitesController,
    EquipmentController,
    RepairRecordsController,
    RepairRecordReactions,
  ],
  providers: [
    { provide: Customers, inject: [DataSource], useFactory: customersIn },
    { provide: Sites, inject: [DataSource], useFactory: sitesIn },
    { provide: InstalledBase, inject: [DataSource], useFactory: installedBaseIn },
    { provide: RepairRecords, inject: [DataSource], useFactory: repairRecordsIn },
  ],
})
export class ArchivesModule {}
