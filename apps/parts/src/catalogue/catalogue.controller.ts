import { Controller } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts/http';
import { listParts } from '@pledge/contracts/http';
import { Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { pageOfParts } from './catalogue.query.js';

@Controller()
export class CatalogueController {
  constructor(private readonly db: DataSource) {}

  @Serves(listParts)
  list(@Input() { query }: InputOf<typeof listParts>) {
    return pageOfParts(this.db.manager, query);
  }
}
