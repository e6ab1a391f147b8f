import { describe, expect, it } from '@jest/globals';
import type { Department } from '@pledge/contracts';
import { givenFor } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { Ownership, OwnershipCommand, Period } from './ownership.js';
import { ownershipRules, holdingsOf } from './ownership.js';

const requestId = '018f7a52-0000-7000-8000-000000000001';
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString();
const now = givenFor<undefined>({ id: requestId, now: at(59) });
const period = (department: Department, minute: number): Period => ({ department, from: at(minute), acceptedBy: null });
const begin: OwnershipCommand = { type: 'begin', requestNumber: 'FR-1', period: period('intake', 0) };
const take = (department: Department, minute: number): OwnershipCommand => ({
  type: 'take',
  period: period(department, minute),
});

const play = (...commands: OwnershipCommand[]): Ownership =>
  commands.reduce<Ownership>(
    (ownership, command) =>
      ownershipRules.decide(command, ownership, now).reduce<Ownership>(ownershipRules.evolve, ownership),
    ownershipRules.initial,
  );
const passes = (before: Ownership, command: OwnershipCommand) =>
  ownershipRules.decide(command, before, now).filter(({ type }) => type === 'supervision.baton-passed.v1');

describe('who holds a request', () => {
  it('is with the department that the report reached', () =>
    expect(holdingsOf(play(begin))).toEqual([{ department: 'intake', from: at(0), to: null, acceptedBy: null }]));

  it('passes at the moment of acceptance, not of the offer (S-07)', () =>
    expect(
      holdingsOf(play(begin, take('dispatch', 7))).map(({ department, from, to }) => [department, from, to]),
    ).toEqual([
      ['intake', at(0), at(7)],
      ['dispatch', at(7), null],
    ]));

  it('is told to the others with who had it before', () =>
    expect(passes(play(begin), take('dispatch', 7))[0]?.data).toMatchObject({
      previous: 'intake',
      holder: 'dispatch',
      at: at(7),
    }));

  it('can be taken before the request itself was heard of', () => {
    expect(play(take('dispatch', 7), begin)).toEqual(play(begin, take('dispatch', 7)));
    expect(passes(play(take('dispatch', 7)), begin)[0]?.data).toMatchObject({ holder: 'dispatch' });
  });

  it('is released when the request is verified, and taken no more', () => {
    const done = play(begin, take('dispatch', 7), { type: 'release', at: at(30) });
    expect(holdingsOf(done).at(-1)).toMatchObject({ department: 'dispatch', to: at(30) });
    expect(ownershipRules.decide(take('parts', 31), done, now)).toEqual([]);
  });

  it('leaves no gap and no overlap, and the seconds of all departments add up, in whatever order it is heard of (invariant 1)', () => {
    const department = fc.constantFrom<Department>('dispatch', 'parts', 'support', 'supervision');
    const takes = fc.uniqueArray(fc.tuple(department, fc.integer({ min: -5, max: 40 })), {
      selector: ([, minute]) => minute,
      maxLength: 6,
    });
    fc.assert(
      fc.property(takes, fc.nat(6), (list, place) => {
        const commands = list.map(([who, minute]) => take(who, minute));
        commands.splice(Math.min(place, commands.length), 0, begin);
        const holdings = holdingsOf(play(...commands));
        expect(holdings[0]?.from).toBe(at(0));
        expect(holdings.at(-1)?.to).toBeNull();
        for (const [index, holding] of holdings.slice(1).entries()) expect(holding.from).toBe(holdings[index]?.to);
        const seconds = holdings.reduce(
          (sum, { from, to }) => sum + (Date.parse(to ?? at(59)) - Date.parse(from)) / 1000,
          0,
        );
        expect(seconds).toBe(59 * 60);
      }),
      { numRuns: 500 },
    );
  });
});
