import { describe, expect, it } from '@jest/globals';
import { walkRules } from '@pledge/testing/rules';
import fc from 'fast-check';
import { dispatchOrder } from './order.js';
import type { Doer, Known, OrderCommand } from './order-commands.js';
import type { OrderFact } from './order-facts.js';
import type { DispatchOrder, Report } from './situation.js';

const orderId = '018f7a52-0000-7000-8000-000000000001';
const requestId = '018f7a52-0000-7000-8000-000000000002';
const partId = '018f7a52-0000-7000-8000-000000000003';
const customerId = '018f7a52-0000-7000-8000-000000000004';
const engineers = ['018f7a52-0000-7000-8000-00000000000a', '018f7a52-0000-7000-8000-00000000000b'] as const;
const start = '2026-03-02T01:00:00.000Z';
const drawing = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1L8 8"/></svg>')}`;

const doer = (personId: string, role: Doer['role'], of: string | null = null): Doer => ({
  personId,
  name: personId,
  role,
  customerId: of,
});
const anybody = fc.constantFrom(
  doer('d', 'dispatcher'),
  doer(engineers[0], 'dispatcher'),
  doer(engineers[0], 'engineer'),
  doer(engineers[0], 'engineer'),
  doer(engineers[1], 'engineer'),
  doer('c', 'customer-contact', customerId),
  doer('x', 'customer-contact', partId),
);
const news = fc.record({
  assignment: fc.integer({ min: 1, max: 3 }),
  state: fc.constantFrom('reserved' as const, 'reserved' as const, 'short' as const),
  missing: fc.constant([]),
});
const known: fc.Arbitrary<Known> = fc.record({
  news: fc.option(news, { freq: 4 }),
  engineer: fc.option(fc.constantFrom(...engineers.map((engineerId) => ({ engineerId, name: engineerId }))), {
    freq: 8,
  }),
});
const instant = fc.nat(6 * 3_600_000).map((ms) => new Date(Date.parse(start) + ms).toISOString());
const occurred = fc.option(instant, { freq: 2, nil: undefined });
const lines = fc.constantFrom([], [{ partId, quantity: 1 }]);
const report: Report = {
  ...{
    requestId,
    requestNumber: 'FR-1',
    customerId,
    customerName: 'C',
    siteId: partId,
    siteName: 'S',
    siteAddress: 'A',
  },
  ...{ territory: 'T', equipmentId: null, equipmentName: null, equipmentModel: null, serialNumber: null },
  ...{ reportedBy: { name: 'R', phone: '13800000001' }, description: 'D', cause: null, nature: 'unknown' as const },
  ...{ category: 'network' as const, location: 'L', impact: 'none' as const, measuresTaken: null, reportedAt: start },
  ...{ warranty: { state: null, chargeable: true }, arriveBy: null, resolveBy: null },
};
const handOff = {
  ...{ handOffId: partId, subject: { kind: 'request' as const, id: requestId } },
  ...{ from: 'intake' as const, to: 'dispatch' as const, offeredAt: start, acceptBy: start },
};
const conduct = { badge: true, tidyDress: true, shoeCovers: false };
const is = <Value extends string>(value: Value) => fc.constant(value);
const common = { orderId: is(orderId), by: anybody, known };
const commands: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc.constant({ type: 'open' as const, orderId, report, handOff, number: 'DO-1' }),
  fc.record({
    ...{ ...common, type: is('assign'), engineerId: is(engineers[0]), cause: is('C'), nature: is('line') },
    ...{ category: is('network'), location: is('L'), partsToCarry: lines, toolsToCarry: fc.constant([]) },
  }),
  fc.record({ ...common, type: is('accept'), occurredAt: occurred }),
  fc.record({ ...common, type: is('except-release'), reason: is('R') }),
  fc.record({ ...common, type: is('depart'), expectedArrivalAt: instant, occurredAt: occurred }),
  fc.record({ ...common, type: is('arrive'), conduct: fc.constant(conduct), occurredAt: occurred }),
  fc.record({
    ...{ ...common, type: is('record-measures'), content: is('M'), completedAt: instant, partsUsed: lines },
    siteCleaned: fc.constantFrom(true, true, false),
  }),
  fc.record({ ...common, type: is('sign'), signedBy: is('W'), signature: fc.constantFrom(drawing, drawing, 'data:,') }),
  fc.record({ ...common, type: is('close'), handOffId: is(partId) }),
  fc.record({
    ...common,
    type: is('ask-support'),
    question: is('Q'),
    supportRequestId: is(partId),
    handOffId: is(partId),
  }),
);

const course = [
  'absent',
  'open',
  'assigned',
  'accepted',
  'departed',
  'arrived',
  'awaiting-signature',
  'signed',
  'closed',
];

/** The times of an order, in the order in which they must stand. */
const timesOf = (order: DispatchOrder): string[] =>
  order.status === 'absent'
    ? []
    : [
        order.opened.openedAt,
        'task' in order ? order.task.assignedAt : null,
        'acceptedAt' in order ? order.acceptedAt : null,
        'departedAt' in order ? order.departedAt : null,
        'arrivedAt' in order ? order.arrivedAt : null,
        'measures' in order ? order.measures.completedAt : null,
        'signature' in order ? order.signature.signedAt : null,
        'closedAt' in order ? order.closedAt : null,
      ].filter((time) => time !== null);

const happenOnce: readonly OrderFact['type'][] = [
  'dispatch.order-opened.v1',
  'dispatch.order-signed.v1',
  'dispatch.order-closed.v1',
];

interface Change {
  readonly before: DispatchOrder;
  readonly after: DispatchOrder;
  readonly command: OrderCommand;
}

function leftWithParts({ before, after, command }: Change): boolean {
  if (before.status !== 'accepted' || after.status !== 'departed' || command.type !== 'depart') return true;
  const { partsToCarry, exception, assignment } = after.task;
  const news = command.known?.news;
  return (
    partsToCarry.length === 0 || exception !== null || (news?.assignment === assignment && news.state === 'reserved')
  );
}

function isTheirs(before: DispatchOrder, command: OrderCommand): boolean {
  if (command.type === 'open') return true;
  const { by } = command;
  if (by.role === 'engineer') return 'task' in before && before.task.engineerId === by.personId;
  return by.role !== 'customer-contact' || (command.type === 'sign' && by.customerId === customerId);
}

describe('whatever is asked of an order, in whatever sequence', () => {
  const reached = new Set<string>();

  it('goes its course a step at a time, in time, once, by the right hands', () => {
    walkRules(
      dispatchOrder,
      commands,
      ({ before, after, command, facts, refused, history, now }) => {
        reached.add(after.status);
        const [from, to] = [course.indexOf(before.status), course.indexOf(after.status)];
        const isAssignment = facts.some(({ type }) => type === 'dispatch.order-assigned.v1');
        const times = timesOf(after);
        return (
          (to === from || to === from + 1 || (isAssignment && to === 2 && from <= 3)) &&
          (refused === undefined || after === before) &&
          times.every((time, place) => time <= now && (place === 0 || (times[place - 1] ?? '') <= time)) &&
          happenOnce.every((type) => history.filter((fact) => fact.type === type).length <= 1) &&
          leftWithParts({ before, after, command }) &&
          (facts.length === 0 || isTheirs(before, command)) &&
          (after.status !== 'closed' || after.closedBy.personId !== after.task.engineerId)
        );
      },
      { walks: 500, maxSteps: 60, maxPauseMs: 20 * 60_000, startAt: start },
    );
    expect([...reached].sort()).toEqual(expect.arrayContaining(['open', 'assigned', 'accepted', 'departed']));
  });
});
