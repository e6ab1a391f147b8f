import { DispatchHandOffAccepted, OrderOpened } from '@pledge/contracts/events';
import type { Actor } from '@pledge/kernel';
import { pendingNumber, Refusal } from '@pledge/kernel';
import { minutesAfter } from './occurred-at.js';
import type { DispatchOrder, LiveOrder, OpenOrder, OrderEvent, OrderGiven, StepName } from './order-state.js';
import { belongs, possible } from './order-state.js';
import type { PartsAvailability } from './parts-availability.js';
import { partsAvailability } from './parts-availability.js';

export type At<Status extends LiveOrder['status']> = Extract<LiveOrder, { readonly status: Status }>;

/** The rule by which dispatch takes every fault it is handed, at once. */
export const acceptingRule = '派工台自动受理';
const acceptWithinMinutes = 30;

export const partsOf = (order: LiveOrder, { context }: OrderGiven): PartsAvailability =>
  partsAvailability('task' in order ? order.task : null, context.news);

export const whereItStands = (order: LiveOrder, given: OrderGiven) => ({
  status: order.status,
  possible: possible(order.status, partsOf(order, given), 'task' in order && order.task.exception !== null),
});

/** To anybody it is not theirs to touch, an order is as good as absent. */
export function isTheirs(order: DispatchOrder, { role, personId, customerId }: Actor, step?: string): boolean {
  if (role === 'engineer') return 'task' in order && order.task.engineerId === personId;
  if (role !== 'customer-contact') return true;
  return step === 'sign' && order.status !== 'absent' && order.opened.report.customerId === customerId;
}

/**
 * The order in one of these situations, with somebody at work whom it concerns.
 * @throws {Refusal} `order-out-of-sight`, or `order-in-another-step` with where it is and what is possible there
 */
export function during<Status extends LiveOrder['status']>(
  order: DispatchOrder,
  given: OrderGiven,
  step: StepName,
  ...situations: readonly Status[]
): At<Status> {
  const live = inSight(order, given, step);
  if (!belongs(step, live.status) || !situations.some((status) => status === live.status)) throw elsewhere(live, given);
  return live as At<Status>;
}

export function inSight(order: DispatchOrder, { actor }: OrderGiven, step: StepName): LiveOrder {
  if (order.status === 'absent' || !actor || !isTheirs(order, actor, step)) throw new Refusal('order-out-of-sight');
  return order;
}

export const elsewhere = (order: LiveOrder, given: OrderGiven): Refusal =>
  new Refusal('order-in-another-step', whereItStands(order, given));

export const naming = ({ opened: { number, report } }: LiveOrder, { id: orderId }: OrderGiven) => ({
  orderId,
  number,
  requestId: report.requestId,
});

/** Responsibility that dispatch offers, to be accepted within half an hour. */
export const offered = (
  subject: { readonly kind: 'request' | 'support-request'; readonly id: string },
  to: 'supervision' | 'support',
  offeredAt: string,
  given: OrderGiven,
) => ({
  handOffId: given.newId('hand-off'),
  subject,
  from: 'dispatch' as const,
  to,
  offeredAt,
  acceptBy: minutesAfter(offeredAt, acceptWithinMinutes),
});

/** Hearing of the same request again, however often, says nothing new. */
export function openOrder(
  { report, handOff }: OpenOrder,
  order: DispatchOrder,
  { id: orderId, now }: OrderGiven,
): readonly OrderEvent[] {
  if (order.status !== 'absent') return [];
  const number = pendingNumber;
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
