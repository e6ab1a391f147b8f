import { describe, expect, it } from '@jest/globals';
import { workCalendar } from '@pledge/promises';
import { checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import { by, id, known, nine, openFault, orderId, receive, requestId } from './request-story.js';
import { request } from './request.js';
import type { Request, RequestCommand, RequestEvent } from './situation.js';

const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const is = <Value>(value: Value) => fc.constant(value);
const person = fc.constantFrom(by, { personId: 'p2', name: '张伟' });
const instant = fc
  .integer({ min: -3, max: 200 })
  .map((hours) => new Date(Date.parse(nine) + hours * 3_600_000).toISOString());
const twins = fc.constantFrom(
  undefined,
  undefined,
  { decision: 'join' as const, requestId: openFault.requestId },
  { decision: 'separate' as const, reason: '两台设备' },
  { decision: 'separate' as const, reason: '维修未生效', recurrenceOf: id(30) },
);
const at = { requestId: is(requestId) };

const commands: fc.Arbitrary<RequestCommand> = fc.oneof(
  fc
    .record({
      twin: twins,
      open: fc.boolean(),
      mended: fc.boolean(),
      said: fc.constantFrom(undefined, nine),
      named: fc.boolean(),
    })
    .map(({ twin, open, mended, said, named }) =>
      receive(
        { twin, receivedAt: said, ...(named ? {} : { equipmentId: null }) },
        {
          openAtSite: open ? [openFault] : [],
          mended: mended ? [{ ...openFault, resolvedAt: nine }] : [],
          twin:
            twin && open
              ? { requestId: openFault.requestId, number: 'FR-1', customerId: known.place.customerId }
              : null,
          repair: mended
            ? {
                requestId: id(30),
                number: 'FR-7',
                customerId: known.place.customerId,
                disputedAt: nine,
                reportedAgain: open,
              }
            : null,
        },
      ),
    ),
  fc.record({ ...at, type: is('respond' as const), by: person, text: fc.constantFrom('已安排', '已出发') }),
  fc.record({ ...at, type: is('resolve' as const), orderId: is(orderId), resolvedAt: instant }),
  fc.record({ ...at, type: is('sign' as const), signedBy: is('王敏'), signedAt: instant }),
  fc.record({
    ...{ ...at, type: is('confirm' as const) },
    confirmation: fc.record({
      how: fc.constantFrom('user-confirmed' as const, 'proxy' as const, 'paper' as const, 'refused' as const),
      by: is('王敏'),
      note: fc.constantFrom(null, '不愿签字'),
    }),
  }),
  fc.record({ ...at, type: is('close' as const) }),
  fc.record({
    ...{ ...at, type: is('recur' as const) },
    recurredAs: fc.constantFrom(null, { requestId: openFault.requestId, number: 'FR-2' }),
  }),
  fc.record({ ...at, type: fc.constantFrom('take' as const, 'release' as const), by: person }),
  fc.record({
    ...{ ...at, type: is('complete' as const), by: person },
    facts: fc.record(
      {
        cause: fc.constantFrom('进水', '断电'),
        occurredAt: instant,
        category: fc.constantFrom('network' as const, 'other' as const),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    ...{ ...at, type: is('undo-join' as const), reason: is('另一台'), by: person, calendar: is(calendar) },
    ...{ terms: is(known.place.terms), ids: is({ promiseIds: [id(21), id(22)] as const, handOffId: id(23) }) },
  }),
);

const codes = [
  'request-exists',
  'request-missing',
  'request-closed',
  'request-already-answered',
  'request-not-joined',
  'request-not-resolved',
  'request-not-taken',
  'note-required',
  'occurred-after-received',
  'received-in-future',
  'received-too-long-ago',
  'twin-not-open',
  'verdict-stands',
  'reported-again',
];
const numberOf = (state: Request) => (state.status === 'absent' ? null : state.report.number);
const promisesOf = (state: Request): string[] =>
  state.status === 'absent' ? [] : state.report.promises.map(({ promiseId, dueAt }) => `${promiseId} ${dueAt}`);
const once: readonly RequestEvent['type'][] = [
  'intake.request-responded.v1',
  'intake.request-closed.v1',
  'intake.join-undone.v1',
];
const count = (history: readonly RequestEvent[], type: RequestEvent['type']) =>
  history.filter((fact) => fact.type === type).length;

describe('a request, whatever is asked of it in whatever order', () => {
  it('keeps its number and its promises, is answered and closed once, says why it refuses, and comes to everything it can', () => {
    const reached = new Set<string>();
    checkInvariants(
      request,
      commands,
      ({ before, after, refused, history, events }) => {
        reached.add(after.status);
        for (const { type } of events) reached.add(type);
        return {
          'a refusal has a code that is known': refused === undefined || codes.includes(refused),
          'a number never changes': before.status === 'absent' || numberOf(after) === numberOf(before),
          'promises never move': promisesOf(after).join().startsWith(promisesOf(before).join()),
          'closed never opens again': before.status !== 'closed' || after.status === 'closed',
          'nothing but giving it back is done to a closed one':
            before.status !== 'closed' || events.every(({ type }) => type === 'intake.request-released.v1'),
          'each is said once at most': once.every((type) => count(history, type) <= 1),
          'it is received once, and once more where a join was undone':
            count(history, 'intake.request-received.v1') + count(history, 'intake.request-joined.v1') <=
            1 + count(history, 'intake.join-undone.v1'),
          'a joined report has one target, and nothing else has any':
            after.status === 'joined'
              ? after.report.joinedTo.requestId === openFault.requestId
              : after.status === 'absent' || !('joinedTo' in after.report),
          'what is closed has a verdict': after.status !== 'closed' || after.verdict !== null,
        };
      },
      { walks: 20_000, maxSteps: 12, startAt: nine, maxPauseMs: 8 * 3_600_000 },
    );
    for (const status of ['received', 'responded', 'joined', 'resolved', 'closed']) expect(reached).toContain(status);
    expect(reached).toContain('intake.join-undone.v1');
    expect(reached).toContain('request-recurred');
  });
});
