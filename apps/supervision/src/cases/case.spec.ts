import { describe, expect, it } from '@jest/globals';
import { MatterAccepted, MatterDeclined, MatterSettled } from '@pledge/contracts/events';
import { stamp, workCalendar } from '@pledge/promises';
import { specFor, checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { MatterCommand, MatterEvent } from './matter.js';
import { matter } from './matter.js';
import { complaint } from './matters.testbed.js';

const { given } = specFor(matter);
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const promiseId = '018f7a52-0000-7000-8000-000000000003';
// A Thursday morning in Shanghai.
const half = '2026-11-26T01:30:00.000Z';
const noon = '2026-11-26T04:00:00.000Z';
const tang = { personId: 'p1', name: '唐文静' };
const zhang = { personId: 'p2', name: '张伟国' };

const told = complaint();
const { requestId, handOff } = told;
const { handOffId, from, to } = handOff;
const receive: MatterCommand = { type: 'receive', told };
const accept: MatterCommand = { type: 'accept', by: tang, promiseId, calendar };
const decline: MatterCommand = { type: 'decline', by: tang, reason: '属于故障，请派工' };
const settle: MatterCommand = { type: 'settle', by: tang, reply: '已向用户致歉，并更换专职人员。' };

const received: MatterEvent = { type: 'matter-received', data: told };
const promise = stamp({ promiseId, promise: 'settle-complaint', startedAt: half, calendar });
const takenUp: MatterEvent = { type: 'matter-taken-up', data: { by: tang, at: half, promise } };
const accepted = MatterAccepted.of({
  handOffId,
  requestId,
  requestNumber: told.number,
  from,
  to,
  acceptedBy: '唐文静',
  acceptedAt: half,
  promise,
});
const declined = MatterDeclined.of({ requestId, handOffId, reason: '属于故障，请派工', by: tang, declinedAt: half });
const settled = MatterSettled.of({
  requestId,
  requestNumber: told.number,
  promiseId,
  reply: '已向用户致歉，并更换专职人员。',
  by: tang,
  settledAt: noon,
});

describe('a complaint that was handed over', () => {
  it('is there once, however often it is heard of', () => {
    given().at(half).when(receive).then(received);
    given(received).at(half).when(receive).thenNothing();
    given(received, takenUp, accepted, settled).at(noon).when(receive).thenNothing();
  });
  it('is received by name, and its clock of one working day runs from there (S-85)', () => {
    given(received).at(half).when(accept).then(takenUp, accepted);
    expect(promise.dueAt).toBe('2026-11-27T10:00:00.000Z');
  });
  it('is received once', () =>
    given(received, takenUp, accepted).at(noon).when(accept).thenRefuses('matter-in-another-step'));
  it('is answered in writing', () => given(received, takenUp, accepted).at(noon).when(settle).then(settled));
  it('is not answered before anybody received it, nor twice', () => {
    given(received).at(noon).when(settle).thenRefuses('matter-in-another-step');
    given(received, takenUp, accepted, settled).at(noon).when(settle).thenRefuses('matter-in-another-step');
  });
  it('is not answered by whom it is about', () =>
    given(received, takenUp, accepted)
      .at(noon)
      .when({ ...settle, by: zhang })
      .thenRefuses('own-matter'));
});

describe('a suggestion', () => {
  it('has three working days from the day it was received (S-98)', () => {
    const idea = complaint({ kind: 'suggestion', details: { kind: 'suggestion', forDepartment: 'dispatch' } });
    const state = matter.evolve(matter.initial, { type: 'matter-received', data: idea });
    const [first] = matter.decide(accept, state, half);
    expect(first).toMatchObject({
      type: 'matter-taken-up',
      data: { promise: { promise: 'reply-suggestion', owner: 'supervision', dueAt: '2026-12-01T10:00:00.000Z' } },
    });
  });
});

describe('declining', () => {
  const again = complaint({ handOff: { ...handOff, handOffId: '018f7a52-0000-7000-8000-000000000009' } });
  const receivedAgain: MatterEvent = { type: 'matter-received', data: again };

  it('leaves it with the hotline, with the reason', () => given(received).at(half).when(decline).then(declined));
  it('is not undone by hearing of the same hand-over again', () =>
    given(received, declined).at(noon).when(receive).thenNothing());
  it('is possible once: handed over again, it is accepted', () => {
    given(received, declined).at(noon).when({ type: 'receive', told: again }).then(receivedAgain);
    given(received, declined, receivedAgain).at(noon).when(decline).thenRefuses('declined-before');
    const state = [received, declined, receivedAgain].reduce(matter.evolve, matter.initial);
    expect(matter.decide(accept, state, noon)).toHaveLength(2);
  });
  it('is too late once it was accepted', () =>
    given(received, takenUp, accepted).at(noon).when(decline).thenRefuses('matter-in-another-step'));
});

it('whatever is asked in whatever order: accepted at most once, settled only after, declined at most once', () => {
  const by = fc.constantFrom(tang, zhang);
  const commands: fc.Arbitrary<MatterCommand> = fc.oneof(
    fc.constantFrom('a', 'b').map((end): MatterCommand => ({
      type: 'receive',
      told: complaint({ handOff: { ...handOff, handOffId: `018f7a52-0000-7000-8000-00000000000${end}` } }),
    })),
    by.map((one): MatterCommand => ({ type: 'accept', by: one, promiseId, calendar })),
    by.map((one): MatterCommand => ({ type: 'decline', by: one, reason: 'x' })),
    by.map((one): MatterCommand => ({ type: 'settle', by: one, reply: 'x' })),
  );
  checkInvariants(matter, commands, ({ history, after }) => {
    const at = (type: MatterEvent['type']) => history.flatMap((event, place) => (event.type === type ? [place] : []));
    expect(at('supervision.matter-accepted.v1').length).toBeLessThanOrEqual(1);
    expect(at('supervision.matter-declined.v1').length).toBeLessThanOrEqual(1);
    expect(at('supervision.matter-settled.v1').length).toBeLessThanOrEqual(1);
    const [end] = at('supervision.matter-settled.v1');
    if (end !== undefined) expect(at('supervision.matter-accepted.v1')[0]).toBeLessThan(end);
    expect(after.status === 'settled').toBe(end !== undefined);
    for (const event of history) {
      if (event.type === 'supervision.matter-settled.v1') expect(event.data.by).toEqual(tang);
    }
  });
});
