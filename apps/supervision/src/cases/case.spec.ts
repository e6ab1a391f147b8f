import { describe, expect, it } from '@jest/globals';
import { MatterAccepted, MatterDeclined, MatterSettled } from '@pledge/contracts/events';
import { stamp, workCalendar } from '@pledge/promises';
import type { Step } from '@pledge/testing/rules';
import { checkInvariants, givenFor, specFor } from '@pledge/testing/rules';
import fc from 'fast-check';
import { caseRules } from './case.js';
import type { Case, CaseCommand, CaseEvent } from './case-state.js';
import { complaint } from './cases.fixtures.js';

const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
// A Thursday morning in Shanghai.
const half = '2026-11-26T01:30:00.000Z';
const noon = '2026-11-26T04:00:00.000Z';
const tang = { personId: 'p1', name: '唐文静' };
const zhang = { personId: 'p2', name: '张伟国' };
const as = (by: typeof tang) => ({
  ...by,
  ...{ role: 'quality-supervisor', roles: ['quality-supervisor'], department: 'supervision', customerId: null },
});
const { given } = specFor(caseRules, { actor: as(tang) });
const promiseId = givenFor({ now: half }).newId('promise');

const told = complaint();
const { requestId, handOff } = told;
const { handOffId, from, to } = handOff;
const receive: CaseCommand = { type: 'receive', told };
const accept: CaseCommand = { type: 'accept', calendar };
const decline: CaseCommand = { type: 'decline', reason: '属于故障，请派工' };
const settle: CaseCommand = { type: 'settle', reply: '已向用户致歉，并更换专职人员。' };

const received: CaseEvent = { type: 'case-received', data: told };
const promise = stamp({ promiseId, promise: 'settle-complaint', startedAt: half, calendar });
const takenUp: CaseEvent = { type: 'case-taken-up', data: { by: tang, at: half, promise } };
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
      .at(noon, { actor: as(zhang) })
      .when(settle)
      .thenRefuses('own-matter'));
});

describe('a suggestion', () => {
  it('has three working days from the day it was received (S-98)', () => {
    const idea = complaint({ kind: 'suggestion', details: { kind: 'suggestion', forDepartment: 'dispatch' } });
    const state = caseRules.evolve(caseRules.initial, { type: 'case-received', data: idea });
    const [first] = caseRules.decide(accept, state, givenFor({ now: half, actor: as(tang) }));
    expect(first).toMatchObject({
      type: 'case-taken-up',
      data: { promise: { promise: 'reply-suggestion', owner: 'supervision', dueAt: '2026-12-01T10:00:00.000Z' } },
    });
  });
});

describe('declining', () => {
  const again = complaint({ handOff: { ...handOff, handOffId: '018f7a52-0000-7000-8000-000000000009' } });
  const receivedAgain: CaseEvent = { type: 'case-received', data: again };

  it('leaves it with the hotline, with the reason', () => given(received).at(half).when(decline).then(declined));
  it('is not undone by hearing of the same hand-over again', () =>
    given(received, declined).at(noon).when(receive).thenNothing());
  it('is possible once: handed over again, it is accepted', () => {
    given(received, declined).at(noon).when({ type: 'receive', told: again }).then(receivedAgain);
    given(received, declined, receivedAgain).at(noon).when(decline).thenRefuses('declined-before');
    const state = [received, declined, receivedAgain].reduce(caseRules.evolve, caseRules.initial);
    expect(caseRules.decide(accept, state, givenFor({ now: noon, actor: as(tang) }))).toHaveLength(2);
  });
  it('is too late once it was accepted', () =>
    given(received, takenUp, accepted).at(noon).when(decline).thenRefuses('matter-in-another-step'));
});

it('whatever is asked in whatever order: accepted at most once, settled only after, declined at most once', () => {
  const by = fc.constantFrom(tang, zhang);
  type Asked = CaseCommand & { readonly by: typeof tang };
  const commands: fc.Arbitrary<Asked> = fc.oneof(
    fc.constantFrom('a', 'b').map((end): Asked => ({
      ...{ type: 'receive', by: tang },
      told: complaint({ handOff: { ...handOff, handOffId: `018f7a52-0000-7000-8000-00000000000${end}` } }),
    })),
    by.map((one): Asked => ({ type: 'accept', by: one, calendar })),
    by.map((one): Asked => ({ type: 'decline', by: one, reason: 'x' })),
    by.map((one): Asked => ({ type: 'settle', by: one, reply: 'x' })),
  );
  const given = ({ by: one }: Asked, now: string) => givenFor({ now, actor: as(one) });
  const invariant = ({ history, after }: Step<Asked, Case, CaseEvent>) => {
    const at = (type: CaseEvent['type']) => history.flatMap((event, place) => (event.type === type ? [place] : []));
    expect(at('supervision.matter-accepted.v1').length).toBeLessThanOrEqual(1);
    expect(at('supervision.matter-declined.v1').length).toBeLessThanOrEqual(1);
    expect(at('supervision.matter-settled.v1').length).toBeLessThanOrEqual(1);
    const [end] = at('supervision.matter-settled.v1');
    if (end !== undefined) expect(at('supervision.matter-accepted.v1')[0]).toBeLessThan(end);
    expect(after.status === 'settled').toBe(end !== undefined);
    for (const event of history) {
      if (event.type === 'supervision.matter-settled.v1') expect(event.data.by).toEqual(tang);
    }
  };
  checkInvariants(caseRules, commands, invariant, { given });
});
