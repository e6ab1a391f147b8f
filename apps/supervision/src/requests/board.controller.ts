import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { getBoard, listHandOffs, listHolders } from '@pledge/contracts/http';
import { Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Batons } from '../batons/batons.commands.js';
import { pageOfHandOffs } from '../hand-offs/hand-offs.query.js';
import { boardOf, mustBeOwn } from './board.query.js';

@Controller()
export class BoardController {
  constructor(
    private readonly db: DataSource,
    private readonly batons: Batons,
  ) {}

  @Serves(getBoard)
  board(@Input() { query }: InputOf<typeof getBoard>, @Caller() caller: CallerIdentity) {
    return boardOf(this.db.manager, query, caller);
  }

  @Serves(listHolders)
  async holders(@Input() { query }: InputOf<typeof listHolders>, @Caller() caller: CallerIdentity) {
    await mustBeOwn(this.db.manager, query.requestId, caller);
    return { items: await this.batons.holdings(query.requestId), nextCursor: null };
  }

  @Serves(listHandOffs)
  handOffs(@Input() { query }: InputOf<typeof listHandOffs>, @Caller() caller: CallerIdentity) {
    return pageOfHandOffs(this.db.manager, query, caller);
  }
}
