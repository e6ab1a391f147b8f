import { PurchaseClosed, PurchaseLineSupplied, PurchaseReceived } from '@pledge/contracts/events';
import { personOf, Refusal } from '@pledge/kernel';
import { evolve } from './purchase-evolve.js';
import { naming } from './purchase-rules.js';
import type { KeptPurchase, PurchaseCommand, PurchaseEvent, PurchaseGiven, PurchaseOrder } from './purchase-state.js';

type Receive = Extract<PurchaseCommand, { readonly type: 'receive' }>;

/** What came in; what is for the shelf is supplied with that, what an order waits for when that order has it. */
export function received(command: Receive, order: KeptPurchase, given: PurchaseGiven): readonly PurchaseEvent[] {
  const { placeId, certificate, lines } = command;
  const by = personOf(given);
  if (order.ordered?.by.personId === by.personId) throw new Refusal('receiver-ordered');
  const { place } = given.context;
  if (place === null) throw new Refusal('place-unknown', {}, '/placeId');
  if (lines.every(({ quantity, rejected }) => quantity + rejected === 0))
    throw new Refusal('nothing-received', {}, '/lines');
  lines.forEach((line, nth) => mustFit(line, `/lines/${nth}`, order, given));

  const came = (partId: string) => lines.find((line) => line.partId === partId)?.quantity ?? 0;
  const whole = order.lines.every((line) => line.received + came(line.partId) === line.quantity);
  const receipt = PurchaseReceived.of({
    ...naming(order, given),
    ...{ lines, placeId, place, certificate, whole, by, at: given.now },
  });
  return [receipt, ...supplied(evolve(order, receipt), given)];
}

function mustFit(
  { partId, quantity, serials }: Receive['lines'][number],
  pointer: string,
  { lines }: KeptPurchase,
  { context }: PurchaseGiven,
): void {
  const line = lines.find((one) => one.partId === partId);
  if (!line) throw new Refusal('not-on-this-order', { partId }, `${pointer}/partId`);
  const left = line.quantity - line.received;
  if (quantity > left) throw new Refusal('more-than-ordered', { left }, `${pointer}/quantity`);
  if (context.parts[partId]?.serialTracked && serials.length !== quantity)
    throw new Refusal('serials-missing', { wanted: quantity, told: serials.length }, `${pointer}/serials`);
  const isKnown = (serial: string) =>
    context.knownSerials.some((one) => one.partId === partId && one.serial === serial);
  const known = serials.filter((serial, at) => isKnown(serial) || serials.indexOf(serial) !== at);
  if (known.length > 0) throw new Refusal('serial-known', { serials: known }, `${pointer}/serials`);
}

/** The order that waited has all it wanted. */
export function issued(order: KeptPurchase, given: PurchaseGiven): readonly PurchaseEvent[] {
  if (order.isIssued || order.status === 'closed' || order.status === 'cancelled') return [];
  const event: PurchaseEvent = {
    type: 'purchase-issued',
    data: { purchaseOrderId: given.id, issuedAt: given.now },
  };
  return [event, ...supplied(evolve(order, event), given)];
}

/** Lines that came in whole and are where they were wanted; and the end, once all are. */
function supplied(order: PurchaseOrder, given: PurchaseGiven): readonly PurchaseEvent[] {
  if (order.status === 'absent' || (order.orderId !== null && !order.isIssued)) return [];
  const done = order.lines.filter(
    ({ received: came, quantity, suppliedAt }) => came === quantity && suppliedAt === null,
  );
  const events = done.flatMap(({ partId, quantity, promise }) =>
    promise
      ? [
          PurchaseLineSupplied.of({
            ...naming(order, given),
            ...{ partId, quantity, promiseId: promise.promiseId, suppliedAt: given.now },
          }),
        ]
      : [],
  );
  const isAll = order.status === 'received';
  return isAll ? [...events, PurchaseClosed.of({ ...naming(order, given), closedAt: given.now })] : events;
}
