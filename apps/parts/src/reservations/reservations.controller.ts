import { Controller } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts/http';
import { listReservations } from '@pledge/contracts/http';
import { Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { pageOfReservations } from './reservations.query.js';

@Controller()
export class ReservationsController {
  constructor(private readonly db: DataSource) {}

  @Serves(listReservations)
  list(@Input() { query }: InputOf<typeof listReservations>) {
    return pageOfReservations(this.db.manager, query);
  }
}
