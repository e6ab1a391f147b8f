import type { Category } from '@pledge/contracts';
import type { Engineer } from '@pledge/contracts/http';
import { decodeCursor, pageOf } from '@pledge/service-host';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { RosterLine } from './candidates.js';
import { candidates } from './candidates.js';
import type { RosterQuestions } from './engineers.commands.js';

const inHand = `('assigned', 'accepted', 'departed', 'arrived', 'awaiting-signature')`;

const pageSql = `
select e.engineer_id as id, e.name, e.phone, e.skills, e.territories, e.home_place as "homePlace",
  (select count(*)::int from dispatch_order o where o.engineer_id = e.engineer_id and o.status in ${inHand}) as "openOrders"
from engineer e
where $1::text is null or (e.name, e.engineer_id) > ($1, $2::uuid)
order by e.name, e.engineer_id limit $3`;

const needSql = `
select coalesce(o.record -> 'task' ->> 'category', o.record #>> '{opened,report,category}') as category,
  o.record #>> '{opened,report,territory}' as territory,
  c.maintainer_id as "maintainerId",
  to_char(clock_timestamp() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today
from dispatch_order o left join customer_copy c using (customer_id)
where o.order_id = $1`;

const rosterSql = `
select e.engineer_id as "engineerId", e.name, e.phone, e.skills, e.territories,
  to_char(e.joined_on, 'YYYY-MM-DD') as "joinedOn",
  (select count(*)::int from dispatch_order o
    where o.engineer_id = e.engineer_id and o.status in ${inHand} and o.order_id <> $1) as "openOrders"
from engineer e`;

const cursorShape = z.tuple([z.string().max(200), z.uuid()]);

export function rosterQuestions(db: DataSource): RosterQuestions {
  return {
    async page({ limit, cursor }) {
      const [name, id] = decodeCursor(cursor, cursorShape) ?? [null, null];
      const items: Engineer[] = await db.query(pageSql, [name, id, limit + 1]);
      return pageOf<Engineer>({ items, limit, cursorOf: (engineer) => [engineer.name, engineer.id] });
    },
    async candidates(orderId, language) {
      const [need]: { category: Category; territory: string; maintainerId: string | null; today: string }[] =
        await db.query(needSql, [orderId]);
      if (!need) return undefined;
      const roster: RosterLine[] = await db.query(rosterSql, [orderId]);
      return candidates(need, roster, language);
    },
  };
}
