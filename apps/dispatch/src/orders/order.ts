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
import type { Decider } from '@pledge/kernel';
import { byCommand, personOf, Refusal } from '@pledge/kernel';
import { isDrawing } from './drawing.js';
import { occurredAt } from './occurred-at.js';
import { evolve } from './order-evolve.js';
import { during, elsewhere, inSight, naming, offered, openOrder, partsOf, whereItStands } from './order-rules.js';
import type { DispatchOrder, OrderCommand, OrderContext, OrderEvent, OrderGiven } from './order-state.js';

/** The course of a dispatch order: opened by a report, gone through step by step, closed by somebody who did not do the work. */
export const dispatchOrder: Decider<OrderCommand, DispatchOrder, OrderEvent, OrderGiven> = {
  initial: { status: 'absent' },
  evolve,
  decide: byCommand<OrderCommand, DispatchOrder, OrderEvent, OrderContext>({
    open: openOrder,

    assign(command, state, given) {
      const order = during(state, given, 'assign', 'open', 'assigned', 'accepted');
      const { engineer } = given.context;
      if (!engineer) throw new Refusal('engineer-unknown', { engineerId: command.engineerId }, '/engineerId');
      const earlier = order.status === 'open' ? null : order.task;
      const { siteId, siteName, resolveBy } = order.opened.report;
      const { cause, nature, category, location, partsToCarry, toolsToCarry } = command;
      return [
        OrderAssigned.of({
          ...naming(order, given),
          assignment: (earlier?.assignment ?? 0) + 1,
          engineerId: engineer.engineerId,
          engineerName: engineer.name,
          previousEngineerId: earlier?.engineerId ?? null,
          ...{ siteId, siteName, cause, nature, category, location, partsToCarry, toolsToCarry, resolveBy },
          assignedBy: personOf(given),
          assignedAt: given.now,
        }),
      ];
    },

    accept(command, state, given) {
      const order = during(state, given, 'accept', 'assigned');
      const acceptedAt = occurredAt(command.occurredAt, order.task.assignedAt, given.now);
      return [OrderAccepted.of({ ...naming(order, given), engineerId: order.task.engineerId, acceptedAt })];
    },

    'except-release'({ reason }, state, given) {
      const order = during(state, given, 'except-release', 'assigned', 'accepted');
      const { state: parts } = partsOf(order, given);
      if (order.task.exception || parts === 'reserved' || parts === 'none-needed')
        throw new Refusal('no-exception-needed', { ...whereItStands(order, given), parts });
      return [ReleaseExcepted.of({ ...naming(order, given), reason, by: personOf(given), exceptedAt: given.now })];
    },

    depart(command, state, given) {
      const order = during(state, given, 'depart', 'accepted');
      const { state: parts, missing } = partsOf(order, given);
      if (!order.task.exception && (parts === 'pending' || parts === 'short'))
        throw new Refusal('parts-not-set-aside', { ...whereItStands(order, given), parts, missing });
      const departedAt = occurredAt(command.occurredAt, order.acceptedAt, given.now);
      const expected = Date.parse(command.expectedArrivalAt);
      if (expected < Date.parse(departedAt))
        throw new Refusal('expected-arrival-in-past', { departedAt }, '/expectedArrivalAt');
      const { requestNumber, siteName } = order.opened.report;
      const { engineerId, engineerName } = order.task;
      const expectedArrivalAt = new Date(expected).toISOString();
      return [
        EngineerDeparted.of({
          ...naming(order, given),
          ...{ requestNumber, engineerId, engineerName, siteName, departedAt, expectedArrivalAt },
        }),
      ];
    },

    arrive({ conduct, occurredAt: told }, state, given) {
      const order = during(state, given, 'arrive', 'departed');
      const arrivedAt = occurredAt(told, order.departedAt, given.now);
      const { engineerId, engineerName } = order.task;
      return [
        EngineerArrived.of({
          ...naming(order, given),
          ...{ engineerId, engineerName, conduct, arrivedAt, recordedAt: given.now },
        }),
      ];
    },

    'record-measures'(command, state, given) {
      const order = during(state, given, 'record-measures', 'arrived');
      const { content, siteCleaned, partsUsed } = command;
      if (!siteCleaned) throw new Refusal('site-not-cleaned', {}, '/siteCleaned');
      const completedAt = occurredAt(command.completedAt, order.arrivedAt, given.now, {
        future: 'completed-in-future',
        tooEarly: 'completed-before-arrival',
        pointer: '/completedAt',
      });
      const { engineerId } = order.task;
      return [
        MeasuresRecorded.of({
          ...naming(order, given),
          ...{ engineerId, content, completedAt, recordedAt: given.now, partsUsed, siteCleaned },
        }),
      ];
    },

    sign({ signature, signedBy }, state, given) {
      const order = during(state, given, 'sign', 'awaiting-signature');
      if (!isDrawing(signature)) throw new Refusal('signature-not-an-image', {}, '/signature');
      const { requestId, requestNumber, customerId, siteId, equipmentId } = order.opened.report;
      const { engineerId, engineerName, cause, nature, category, location } = order.task;
      const { content: measures, partsUsed, completedAt } = order.measures;
      return [
        { type: 'order-signature-drawn', data: { orderId: given.id, requestId, image: signature } },
        OrderSigned.of({
          ...naming(order, given),
          ...{ requestNumber, customerId, siteId, equipmentId },
          ...{ engineerId, engineerName, cause, nature, category, location },
          ...{ measures, partsUsed: [...partsUsed], arrivedAt: order.arrivedAt, completedAt, signedBy },
          signedAt: occurredAt(undefined, completedAt, given.now),
        }),
      ];
    },

    close(_command, state, given) {
      const order = inSight(state, given, 'close');
      if (order.status === 'closed') throw elsewhere(order, given);
      if (order.status !== 'signed') throw new Refusal('order-not-signed', whereItStands(order, given));
      const closedBy = personOf(given);
      if (closedBy.personId === order.task.engineerId)
        throw new Refusal('closer-did-the-work', whereItStands(order, given));
      const { requestId, requestNumber } = order.opened.report;
      const closedAt = occurredAt(undefined, order.signature.signedAt, given.now);
      const handOff = offered({ kind: 'request', id: requestId }, 'supervision', closedAt, given);
      return [OrderClosed.of({ ...naming(order, given), requestNumber, closedBy, closedAt, handOff })];
    },

    'ask-support'({ question }, state, given) {
      const order = during(state, given, 'ask-support', 'open', 'assigned', 'accepted', 'departed', 'arrived');
      const supportRequestId = given.newId('support-request');
      const handOff = offered({ kind: 'support-request', id: supportRequestId }, 'support', given.now, given);
      const { requestNumber } = order.opened.report;
      const raised = { supportRequestId, question, raisedBy: personOf(given), raisedAt: given.now };
      return [SupportRequested.of({ ...naming(order, given), requestNumber, ...raised, handOff })];
    },
  }),
};
