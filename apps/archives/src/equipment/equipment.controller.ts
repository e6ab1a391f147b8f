import { Controller, Inject } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { getEquipment, listEquipment } from '@pledge/contracts/http';
import type { Settings } from '@pledge/service-host';
import { Caller, Input, Serves, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { equipmentOf, pageOfEquipment } from './equipment.query.js';

@Controller()
export class EquipmentController {
  constructor(
    private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'timeZone'>,
  ) {}

  @Serves(listEquipment)
  list(@Input() { query }: InputOf<typeof listEquipment>, @Caller() caller: CallerIdentity) {
    return pageOfEquipment(this.db.manager, query, caller, this.settings.timeZone);
  }

  @Serves(getEquipment)
  one(@Input() { params }: InputOf<typeof getEquipment>, @Caller() caller: CallerIdentity) {
    return equipmentOf(this.db.manager, params.equipmentId, caller, this.settings.timeZone);
  }
}
