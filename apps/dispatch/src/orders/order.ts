import {
  EngineerArrived,
  EngineerDeparted,
  MeasuresRecorded,
  OrderAccepted,
  OrderAssigned,
  OrderClosed,
  OrderSigned,
  ReleaseExcepted,
  SupportRequested,
} from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import type { Decider } from '@pledge/kernel';
import { isDrawing } from './drawing.js';
import { minutesAfter, momentOf } from './moment.js';
import { evolve } from './order-course.js';
import type { OrderCommand, OrderStep, StepOf } from './order-commands.js';
import type { OrderEvent } from './order-events.js';
import { openOrder } from './order-opening.js';
import type { PartsStanding } from './parts-standing.js';
import { partsStanding } from './parts-standing.js';
import type { DispatchOrder, LiveOrder } from './situation.js';
import { belongs, possible } from './situation.js';

const acceptWithinMinutes = 30;

type At<Status extends LiveOrder['status']> = Extract<LiveOrder, { readonly status: Status }>;

const standing = (order: LiveOrder, command: OrderStep): PartsStanding =>
  partsStanding('task' in order ? order.task : null, command.known?.news ?? null);

const situationOf = (order: LiveOrder, command: OrderStep) => ({
  status: order.status,
  possible: possible(order.status, standing(order, command), 'task' in order && order.task.exception !== null),
});

function inAnotherStep(order: LiveOrder, command: OrderStep): Refusal {
  return new Refusal('order-in-another-step', situationOf(order, command));
}

/** To anybody it is not theirs to touch, an order is as good as absent. */
function isTheirs(order: LiveOrder, { by, type }: OrderStep): boolean {
  if (by.role === 'engineer') return 'task' in order && order.task.engineerId === by.personId;
  if (by.role === 'customer-contact') return type === 'sign' && order.opened.report.customerId === by.customerId;
  return true;
}

const naming = ({ orderId }: OrderStep, { opened: { number, report } }: LiveOrder) => ({
  orderId,
  number,
  requestId: report.requestId,
});

function assign(command: StepOf<'assign'>, order: At<'open' | 'assigned' | 'accepted'>, now: string): OrderEvent[] {
  const engineer = command.known?.engineer;
  if (!engineer) throw new Refusal('engineer-unknown', { engineerId: command.engineerId }, '/engineerId');
  const earlier = order.status === 'open' ? null : order.task;
  return [
    OrderAssigned.of({
      ...naming(command, order),
      assignment: (earlier?.assignment ?? 0) + 1,
      engineerId: engineer.engineerId,
      engineerName: engineer.name,
      previousEngineerId: earlier?.engineerId ?? null,
      siteId: order.opened.report.siteId,
      siteName: order.opened.report.siteName,
      cause: command.cause,
      nature: command.nature,
      category: command.category,
      location: command.location,
      partsToCarry: [...command.partsToCarry],
      toolsToCarry: [...command.toolsToCarry],
      assignedBy: { personId: command.by.personId, name: command.by.name },
      assignedAt: now,
    }),
  ];
}

function exceptRelease(
  command: StepOf<'except-release'>,
  order: At<'assigned' | 'accepted'>,
  now: string,
): OrderEvent[] {
  const { state } = standing(order, command);
  if (order.task.exception || state === 'reserved' || state === 'none-needed') {
    throw new Refusal('no-exception-needed', { ...situationOf(order, command), parts: state });
  }
  const by = { personId: command.by.personId, name: command.by.name };
  return [ReleaseExcepted.of({ ...naming(command, order), reason: command.reason, by, exceptedAt: now })];
}

function depart(command: StepOf<'depart'>, order: At<'accepted'>, now: string): OrderEvent[] {
  const { state, missing } = standing(order, command);
  if (!order.task.exception && (state === 'pending' || state === 'short')) {
    throw new Refusal('parts-not-set-aside', { ...situationOf(order, command), parts: state, missing });
  }
  const departedAt = momentOf(command.occurredAt, order.acceptedAt, now);
  const expected = Date.parse(command.expectedArrivalAt);
  if (expected < Date.parse(departedAt)) {
    throw new Refusal('expected-arrival-in-past', { departedAt }, '/expectedArrivalAt');
  }
  const { requestNumber, siteName } = order.opened.report;
  const { engineerId, engineerName } = order.task;
  return [
    EngineerDeparted.of({
      ...naming(command, order),
      requestNumber,
      engineerId,
      engineerName,
      siteName,
      departedAt,
      expectedArrivalAt: new Date(expected).toISOString(),
    }),
  ];
}

function recordMeasures(command: StepOf<'record-measures'>, order: At<'arrived'>, now: string): OrderEvent[] {
  if (!command.siteCleaned) throw new Refusal('site-not-cleaned', {}, '/siteCleaned');
  const completedAt = momentOf(command.completedAt, order.arrivedAt, now, {
    future: 'completed-in-future',
    tooEarly: 'completed-before-arrival',
    pointer: '/completedAt',
  });
  const { content, siteCleaned } = command;
  return [
    MeasuresRecorded.of({
      ...naming(command, order),
      engineerId: order.task.engineerId,
      content,
      completedAt,
      recordedAt: now,
      partsUsed: [...command.partsUsed],
      siteCleaned,
    }),
  ];
}

function sign(command: StepOf<'sign'>, order: At<'awaiting-signature'>, now: string): OrderEvent[] {
  const { signature, signedBy, orderId } = command;
  if (!isDrawing(signature)) throw new Refusal('signature-not-an-image', {}, '/signature');
  const { requestId, requestNumber, customerId, siteId, equipmentId } = order.opened.report;
  const { engineerId, engineerName, cause, nature, category, location } = order.task;
  const { content, partsUsed, completedAt } = order.measures;
  return [
    { type: 'order-signature-drawn', data: { orderId, requestId, image: signature } },
    OrderSigned.of({
      ...naming(command, order),
      ...{ requestNumber, customerId, siteId, equipmentId },
      ...{ engineerId, engineerName, cause, nature, category, location },
      measures: content,
      partsUsed: [...partsUsed],
      arrivedAt: order.arrivedAt,
      completedAt,
      signedBy,
      signedAt: momentOf(undefined, completedAt, now),
    }),
  ];
}

function close(command: StepOf<'close'>, order: LiveOrder, now: string): OrderEvent[] {
  if (order.status === 'closed') throw inAnotherStep(order, command);
  if (order.status !== 'signed') throw new Refusal('order-not-signed', situationOf(order, command));
  const { personId, name } = command.by;
  if (personId === order.task.engineerId) throw new Refusal('closer-did-the-work', situationOf(order, command));
  const { requestId, requestNumber } = order.opened.report;
  const closedAt = momentOf(undefined, order.signature.signedAt, now);
  return [
    OrderClosed.of({
      ...naming(command, order),
      requestNumber,
      closedBy: { personId, name },
      closedAt,
      handOff: {
        handOffId: command.handOffId,
        subject: { kind: 'request', id: requestId },
        from: 'dispatch',
        to: 'supervision',
        offeredAt: closedAt,
        acceptBy: minutesAfter(closedAt, acceptWithinMinutes),
      },
    }),
  ];
}

function askSupport(command: StepOf<'ask-support'>, order: LiveOrder, now: string): OrderEvent[] {
  const { supportRequestId, question, by, handOffId } = command;
  return [
    SupportRequested.of({
      ...naming(command, order),
      requestNumber: order.opened.report.requestNumber,
      supportRequestId,
      question,
      raisedBy: { personId: by.personId, name: by.name },
      raisedAt: now,
      handOff: {
        handOffId,
        subject: { kind: 'support-request', id: supportRequestId },
        from: 'dispatch',
        to: 'support',
        offeredAt: now,
        acceptBy: minutesAfter(now, acceptWithinMinutes),
      },
    }),
  ];
}

function take(command: OrderStep, order: LiveOrder, now: string): OrderEvent[] {
  if (command.type === 'close') return close(command, order, now);
  if (!belongs(command.type, order.status)) throw inAnotherStep(order, command);
  switch (order.status) {
    case 'open':
    case 'assigned':
    case 'accepted':
      if (command.type === 'assign') return assign(command, order, now);
      if (order.status !== 'open' && command.type === 'except-release') return exceptRelease(command, order, now);
      if (order.status === 'assigned' && command.type === 'accept') {
        const acceptedAt = momentOf(command.occurredAt, order.task.assignedAt, now);
        return [OrderAccepted.of({ ...naming(command, order), engineerId: order.task.engineerId, acceptedAt })];
      }
      if (order.status === 'accepted' && command.type === 'depart') return depart(command, order, now);
      break;
    case 'departed':
      if (command.type === 'arrive') {
        const arrivedAt = momentOf(command.occurredAt, order.departedAt, now);
        const { conduct } = command;
        const { engineerId, engineerName } = order.task;
        const who = { engineerId, engineerName };
        return [EngineerArrived.of({ ...naming(command, order), ...who, conduct, arrivedAt, recordedAt: now })];
      }
      break;
    case 'arrived':
      if (command.type === 'record-measures') return recordMeasures(command, order, now);
      break;
    case 'awaiting-signature':
      if (command.type === 'sign') return sign(command, order, now);
      break;
    case 'signed':
    case 'closed':
      break;
  }
  if (command.type === 'ask-support') return askSupport(command, order, now);
  throw inAnotherStep(order, command);
}

/** The course of a dispatch order: opened by a report, gone through step by step, closed by somebody who did not do the work. */
export const dispatchOrder: Decider<OrderCommand, DispatchOrder, OrderEvent> = {
  initial: { status: 'absent' },
  decide(command, order, now) {
    if (command.type === 'open') return openOrder(command, order, now);
    if (order.status === 'absent' || !isTheirs(order, command)) throw new Refusal('order-out-of-sight');
    return take(command, order, now);
  },
  evolve,
};
