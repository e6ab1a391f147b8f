import { Controller, Inject } from '@nestjs/common';
import type { CallerIdentity, Category, InputOf } from '@pledge/contracts';
import type { Candidate } from '@pledge/contracts/http';
import { listCandidates } from '@pledge/contracts/http';
import { Caller, Input, NotFound, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import type { RosterLine } from './candidates.js';
import { candidates } from './candidates.js';

/** Situations in which an engineer has an order in hand. */
export const inHand = `('assigned', 'accepted', 'departed', 'arrived', 'awaiting-signature')`;

const needSql = `
select coalesce(o.record -> 'task' ->> 'category', o.record #>> '{opened,report,category}') as category,
  o.record #>> '{opened,report,territory}' as territory,
  c.maintainer_id as "maintainerId",
  to_char(clock_timestamp() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today
from dispatch_order o left join customer_replica c using (customer_id)
where o.order_id = $1`;

const rosterSql = `
select e.engineer_id as "engineerId", e.name, e.phone, e.skills, e.territories,
  to_char(e.joined_on, 'YYYY-MM-DD') as "joinedOn",
  (select count(*)::int from dispatch_order o
    where o.engineer_id = e.engineer_id and o.status in ${inHand} and o.order_id <> $1) as "openOrders"
from engineer e`;

interface Need {
  readonly category: Category;
  readonly territory: string;
  readonly maintainerId: string | null;
  readonly today: string;
}

@Controller()
export class CandidatesController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  @Serves(listCandidates)
  async list(
    @Input() { params: { orderId } }: InputOf<typeof listCandidates>,
    @Caller() { language }: CallerIdentity,
  ): Promise<{ items: Candidate[] }> {
    const [need] = await this.db.query<Need[]>(needSql, [orderId]);
    if (!need) throw new NotFound();
    const roster = await this.db.query<RosterLine[]>(rosterSql, [orderId]);
    return { items: candidates(need, roster, language) };
  }
}
