import { Controller, Inject } from '@nestjs/common';
import { listPlaces } from '@pledge/contracts/http';
import { Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';

/** The places where stock is kept. */
@Controller()
export class PlacesController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  @Serves(listPlaces)
  async list(): Promise<{ items: { placeId: string; place: string }[] }> {
    return {
      items: await this.db.query('select distinct place_id as "placeId", place from stock order by place, place_id'),
    };
  }
}
