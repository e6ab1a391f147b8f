import { getOf, projectionOf } from '@pledge/application';
import { getOrder } from '@pledge/contracts/http';
import { orderView } from './order-view.js';

/** An order with what the other departments said about it, and the names of the parts it carries or used. */
export const orderProjection = projectionOf({
  from: `dispatch_order o
    left join engineer e using (engineer_id)
    left join reservation_replica r on r.order_id = o.order_id
    left join consumption_replica c on c.order_id = o.order_id
    left join purchase_order_replica p on p.purchase_order_id = r.purchase_order_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('partId', part_id, 'name', name, 'model', model)) as list from part_replica
      where part_id in (
        select (line ->> 'partId')::uuid from jsonb_array_elements(
          coalesce(o.record #> '{task,partsToCarry}', '[]') || coalesce(o.record #> '{measures,partsUsed}', '[]')) as line)
    ) as named on true
    left join lateral (
      select jsonb_agg(to_jsonb(s)) as list from support_replica s
      where s.support_request_id in (
        select (asked ->> 'supportRequestId')::uuid from jsonb_array_elements(o.record #> '{opened,support}') as asked)
    ) as said on true`,
  base: 'dispatch_order o',
  key: 'o.order_id',
  select: {
    ...{ orderId: 'o.order_id', status: 'o.status', record: 'o.record', version: 'o.version' },
    engineerPhone: 'e.phone',
    news: `case when r.order_id is not null
      then jsonb_build_object('assignment', r.assignment, 'state', r.state, 'missing', r.missing) end`,
    setAside: `coalesce(r.lines, '[]')`,
    consumed: `coalesce(c.lines, '[]')`,
    purchaseOrderNumber: `case when r.state = 'short' and r.assignment = o.assignment then p.number end`,
    names: `coalesce(named.list, '[]')`,
    support: `coalesce(said.list, '[]')`,
  },
  item: orderView,
});

/** One order, for its page and its printed form; an engineer sees those in their own name. */
export const orderReader = getOf(
  getOrder,
  orderProjection,
  ({ engineer }, { role, personId }) => role !== 'engineer' || engineer?.engineerId === personId,
);
