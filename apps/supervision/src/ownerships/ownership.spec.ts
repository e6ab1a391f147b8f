import { describe, expect, it } from '@jest/globals';
import type { Department } from '@pledge/contracts';
import fc from 'fast-check';
import type { Baton, BatonCommand, Taking } from './baton.js';
import { batonRules, holdingsOf } from './baton.js';

const requestId = '018f7a52-0000-7000-8000-000000000001';
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString();
const taking = (department: Department, minute: number): Taking => ({ department, from: at(minute), acceptedBy: null });
const begin: BatonCommand = { type: 'begin', requestId, requestNumber: 'FR-1', taking: taking('intake', 0) };
const take = (department: Department, minute: number): BatonCommand => ({
  type: 'take',
  requestId,
  taking: taking(department, minute),
});

const play = (...commands: BatonCommand[]): Baton =>
  commands.reduce<Baton>(
    (baton, command) => batonRules.decide(command, baton, at(59)).reduce<Baton>(batonRules.evolve, baton),
    batonRules.initial,
  );
const passes = (before: Baton, command: BatonCommand) =>
  batonRules.decide(command, before, at(59)).filter(({ type }) => type === 'supervision.baton-passed.v1');

describe('the baton', () => {
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

  it('is laid down when the request is verified, and taken no more', () => {
    const done = play(begin, take('dispatch', 7), { type: 'lay-down', requestId, at: at(30) });
    expect(holdingsOf(done).at(-1)).toMatchObject({ department: 'dispatch', to: at(30) });
    expect(batonRules.decide(take('parts', 31), done, at(59))).toEqual([]);
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
