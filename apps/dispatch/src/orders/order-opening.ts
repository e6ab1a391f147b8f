import { DispatchHandOffAccepted, OrderOpened } from '@pledge/contracts/events';
import type { OpenOrder } from './order-commands.js';
import type { OrderEvent } from './order-events.js';
import type { DispatchOrder } from './situation.js';

/** The rule by which dispatch takes every fault it is handed, at once. */
export const acceptingRule = '派工台自动受理';

/** Hearing of the same request again, however often, says nothing new. */
export function openOrder(
  { orderId, report, handOff, number }: OpenOrder,
  order: DispatchOrder,
  now: string,
): OrderEvent[] {
  if (order.status !== 'absent') return [];
  if (number === undefined) throw new Error(`order ${orderId} is opened without a number`);
  const { requestId, requestNumber, customerId, siteId } = report;
  return [
    { type: 'order-report-taken', data: { orderId, requestId, number, openedAt: now, report } },
    OrderOpened.of({ orderId, number, requestId, requestNumber, customerId, siteId, openedAt: now }),
    DispatchHandOffAccepted.of({
      handOffId: handOff.handOffId,
      requestId,
      from: handOff.from,
      to: handOff.to,
      acceptedBy: acceptingRule,
      acceptedAt: now,
    }),
  ];
}
