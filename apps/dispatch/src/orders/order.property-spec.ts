import { describe, expect, it } from '@jest/globals';
import { replay } from '@pledge/kernel';
import { checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import { dispatchOrder } from './order.js';
import {
  accepted,
  arrived,
  at,
  commandOf,
  conduct,
  dispatcher,
  givenWith,
  li,
  open,
  partId,
  person,
  report,
  signature,
  signed,
  worked,
  zhang,
} from './order.fixtures.js';
import type { Asked } from './order.fixtures.js';
import { isTheirs } from './order-rules.js';
import type { DispatchOrder, OrderContext, OrderEvent } from './order-state.js';

const engineers = [zhang.personId, li.personId] as const;
const start = at(23);

const anybody = fc.constantFrom(
  ...[dispatcher, dispatcher, dispatcher, zhang, zhang, zhang, li],
  person(zhang.personId, 'dispatcher'),
  person('wangmin', 'customer-contact', report.customerId),
  person('stranger', 'customer-contact', partId),
);
const news = fc.record({
  assignment: fc.integer({ min: 1, max: 3 }),
  state: fc.constantFrom('reserved' as const, 'reserved' as const, 'short' as const),
  missing: fc.constant([]),
});
const known: fc.Arbitrary<OrderContext> = fc.record({
  news: fc.option(news, { freq: 4 }),
  engineer: fc.option(fc.constantFrom(...engineers.map((engineerId) => ({ engineerId, name: engineerId }))), {
    freq: 8,
  }),
});
const instant = fc
  .integer({ min: -20 * 60_000, max: 20 * 60_000 })
  .map((ms) => new Date(Date.parse(start) + ms).toISOString());
const occurred = fc.option(instant, { freq: 2, nil: undefined });
const lines = fc.constantFrom<{ partId: string; quantity: number }[][]>([], [{ partId, quantity: 1 }]);
const is = <Value extends string>(value: Value) => fc.constant(value);
const common = { by: anybody, known };
const commands: fc.Arbitrary<Asked> = fc.oneof(
  fc.constant(open),
  fc.record({
    ...{ ...common, type: is('assign'), engineerId: is(engineers[0]), cause: is('C'), nature: is('line') },
    ...{ category: is('network'), location: is('L'), partsToCarry: lines, toolsToCarry: fc.constant<string[]>([]) },
  }),
  fc.record({ ...common, type: is('accept'), occurredAt: occurred }),
  fc.record({ ...common, type: is('except-release'), reason: is('R') }),
  fc.record({ ...common, type: is('depart'), expectedArrivalAt: instant, occurredAt: occurred }),
  fc.record({ ...common, type: is('arrive'), conduct: fc.constant(conduct), occurredAt: occurred }),
  fc.record({
    ...{ ...common, type: is('record-measures'), content: is('M'), completedAt: instant, partsUsed: lines },
    siteCleaned: fc.constantFrom(true, true, false),
  }),
  fc.record({
    ...common,
    type: is('sign'),
    signedBy: is('W'),
    signature: fc.constantFrom(signature, signature, 'data:,'),
  }),
  fc.record({ ...common, type: is('close') }),
  fc.record({
    ...common,
    type: is('ask-support'),
    question: is('Q'),
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

const happenOnce: readonly OrderEvent['type'][] = [
  'dispatch.order-opened.v1',
  'dispatch.order-signed.v1',
  'dispatch.order-closed.v1',
];

interface Change {
  readonly before: DispatchOrder;
  readonly after: DispatchOrder;
  readonly command: Asked;
}

function leftWithParts({ before, after, command }: Change): boolean {
  if (before.status !== 'accepted' || after.status !== 'departed' || command.type !== 'depart') return true;
  const { partsToCarry, exception, assignment } = after.task;
  const news = command.known?.news;
  return (
    partsToCarry.length === 0 || exception !== null || (news?.assignment === assignment && news.state === 'reserved')
  );
}

const askedBy = ({ before, command }: Change): boolean =>
  command.type === 'open' || (command.by !== undefined && isTheirs(before, command.by, command.type));

/** Where walks begin: a walk from nothing seldom gets to the end. */
const beginnings: readonly (readonly [string, readonly OrderEvent[]])[] = [
  ['nothing', []],
  ['an accepted order', accepted],
  ['an order on site', arrived],
  ['recorded work', worked],
  ['a signed order', signed],
];

/** The rules, asked by commands that carry who asks and what is known. */
const asking = {
  ...dispatchOrder,
  decide: (asked: Asked, state: DispatchOrder, now: string) =>
    dispatchOrder.decide(commandOf(asked), state, givenWith(asked, now)),
};

describe('whatever is asked of an order, in whatever sequence', () => {
  const reached = new Set<string>();

  it.each(beginnings)(
    'from %s, it goes its course a step at a time, in time, once, by the right hands',
    (_from, past) => {
      checkInvariants(
        asking,
        commands,
        ({ before, after, command, events, refused, history, now }) => {
          reached.add(after.status);
          const [from, to] = [course.indexOf(before.status), course.indexOf(after.status)];
          const isAssignment = events.some(({ type }) => type === 'dispatch.order-assigned.v1');
          const times = timesOf(after);
          return (
            (to === from || to === from + 1 || (isAssignment && to === 2 && from <= 3)) &&
            (refused === undefined || after === before) &&
            times.every((time, place) => time <= now && (place === 0 || (times[place - 1] ?? '') <= time)) &&
            happenOnce.every((type) => history.filter((event) => event.type === type).length <= 1) &&
            leftWithParts({ before, after, command }) &&
            (events.length === 0 || askedBy({ before, after, command })) &&
            (after.status !== 'closed' || after.closedBy.personId !== after.task.engineerId)
          );
        },
        { walks: 150, maxSteps: 40, maxPauseMs: 60_000, startAt: start, from: replay(dispatchOrder, past) },
      );
    },
  );

  it('was seen in every situation', () => {
    expect([...reached].sort()).toEqual([...course].sort());
  });
});
