import type { DispatchOrder, OrderEvent } from './order-state.js';

type DataOf<Type extends OrderEvent['type']> = Extract<OrderEvent, { readonly type: Type }>['data'];

function assigned(order: DispatchOrder, data: DataOf<'dispatch.order-assigned.v1'>): DispatchOrder {
  if (order.status === 'absent') return order;
  const { assignment, engineerId, engineerName, cause, nature, category, location } = data;
  const { partsToCarry, toolsToCarry, assignedBy, assignedAt } = data;
  const who = { assignment, engineerId, engineerName, assignedBy, assignedAt };
  const what = { cause, nature, category, location, partsToCarry, toolsToCarry };
  return { status: 'assigned', opened: order.opened, task: { ...who, ...what, exception: null } };
}

/** What each event changes; an event that does not follow on the situation changes nothing. */
export function evolve(order: DispatchOrder, { type, data }: OrderEvent): DispatchOrder {
  switch (type) {
    case 'order-report-taken': {
      const { number, openedAt, report } = data;
      return { status: 'open', opened: { number, openedAt, report, support: [] } };
    }
    case 'dispatch.order-opened.v1':
    case 'dispatch.handoff-accepted.v1':
      return order;
    case 'dispatch.order-assigned.v1':
      return assigned(order, data);
    case 'dispatch.order-accepted.v1':
      return order.status === 'assigned' ? { ...order, status: 'accepted', acceptedAt: data.acceptedAt } : order;
    case 'dispatch.release-excepted.v1': {
      if (order.status !== 'assigned' && order.status !== 'accepted') return order;
      const exception = { reason: data.reason, by: data.by, at: data.exceptedAt };
      return { ...order, task: { ...order.task, exception } };
    }
    case 'dispatch.engineer-departed.v1': {
      const { departedAt, expectedArrivalAt } = data;
      return order.status === 'accepted' ? { ...order, status: 'departed', departedAt, expectedArrivalAt } : order;
    }
    case 'dispatch.engineer-arrived.v1': {
      const { arrivedAt, conduct } = data;
      return order.status === 'departed' ? { ...order, status: 'arrived', arrivedAt, conduct } : order;
    }
    case 'dispatch.measures-recorded.v1': {
      if (order.status !== 'arrived') return order;
      const { content, completedAt, partsUsed, siteCleaned } = data;
      return { ...order, status: 'awaiting-signature', measures: { content, completedAt, partsUsed, siteCleaned } };
    }
    // The drawing has a table of its own.
    case 'order-signature-drawn':
      return order;
    case 'dispatch.order-signed.v1': {
      if (order.status !== 'awaiting-signature') return order;
      const { signedBy, signedAt } = data;
      return { ...order, status: 'signed', signature: { signedBy, signedAt } };
    }
    case 'dispatch.support-requested.v1': {
      if (order.status === 'absent') return order;
      const { supportRequestId, question, raisedAt } = data;
      const support = [...order.opened.support, { supportRequestId, question, raisedAt }];
      return { ...order, opened: { ...order.opened, support } };
    }
    case 'dispatch.order-closed.v1': {
      const { closedAt, closedBy } = data;
      return order.status === 'signed' ? { ...order, status: 'closed', closedAt, closedBy } : order;
    }
  }
}
