import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { getBoard, listHolders } from '@pledge/contracts/http';
import { Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { holdingsIn } from '../ownerships/ownerships.module.js';
import { boardOf, mustBeOwn } from './board.query.js';

@Controller()
export class BoardController {
  constructor(private readonly db: DataSource) {}

  @Serves(getBoard)
  board(@Input() { query }: InputOf<typeof getBoard>, @Caller() caller: CallerIdentity) {
    return boardOf(this.db.manager, query, caller);
  }

  @Serves(listHolders)
  async holders(@Input() { query }: InputOf<typeof listHolders>, @Caller() caller: CallerIdentity) {
    await mustBeOwn(this.db.manager, query.requestId, caller);
    return { items: await holdingsIn(this.db, query.requestId), nextCursor: null };
  }
}
