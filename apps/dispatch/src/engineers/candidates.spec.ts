import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Need, RosterLine } from './candidates.js';
import { candidates, weights } from './candidates.js';

const need: Need = { category: 'access-control', territory: '上海浦东', maintainerId: 'b', today: '2026-11-22' };
const engineer = (engineerId: string, change: Partial<RosterLine> = {}): RosterLine => ({
  engineerId,
  name: engineerId,
  phone: '13800020001',
  skills: ['access-control'],
  territories: ['上海浦东'],
  joinedOn: '2020-01-01',
  openOrders: 0,
  ...change,
});
const ranking = (...roster: readonly RosterLine[]) =>
  candidates(need, roster, 'zh').map((one) => [one.engineerId, one.score]);

describe('who should go', () => {
  it('is who can, is near, is free and knows the customer: a hundred points', () => {
    expect(ranking(engineer('b'))).toEqual([['b', 100]]);
  });
  it('puts skill before nearness, and nearness before time', () => {
    expect(
      ranking(
        engineer('far', { territories: [] }),
        engineer('unskilled', { skills: ['network'] }),
        engineer('busy', { openOrders: 3 }),
        engineer('best'),
      ),
    ).toEqual([
      ['best', 85],
      ['busy', 70],
      ['far', 60],
      ['unskilled', 45],
    ]);
  });
  it('takes five points for each order in hand, and never more than there are', () => {
    expect(ranking(engineer('a', { openOrders: 1 }), engineer('c', { openOrders: 9 }))).toEqual([
      ['a', 80],
      ['c', 65],
    ]);
  });
  it('leaves who has not joined yet at the end, with the reason', () => {
    const [, last] = candidates(need, [engineer('new', { joinedOn: '2026-12-01' }), engineer('a')], 'en');
    expect(last).toMatchObject({
      engineerId: 'new',
      score: 0,
      reasons: [{ code: 'off-roster', text: 'Not on the roster before 2026-12-01' }],
    });
  });
  it('says why, in the language of who asks', () => {
    const texts = (language: 'zh' | 'en') =>
      candidates(need, [engineer('b', { openOrders: 2, territories: [] })], language)[0]?.reasons.map(
        ({ text }) => text,
      );
    expect(texts('zh')).toEqual([
      '具备门禁技能',
      '不负责上海浦东片区',
      '手上有 2 张未完成的派工单',
      '该用户的专职维护人员',
    ]);
    expect(texts('en')).toEqual([
      'Skilled in access control',
      'Does not cover 上海浦东',
      '2 orders in hand',
      "The customer's maintainer",
    ]);
  });
  it('always adds up to what its reasons say, between 0 and 100, best first', () => {
    const line = fc.record({
      engineerId: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.constant('x'),
      phone: fc.constant('1'),
      skills: fc.subarray<RosterLine['skills'][number]>(['access-control', 'network']),
      territories: fc.subarray(['上海浦东', '苏州园区']),
      joinedOn: fc.constantFrom('2020-01-01', '2027-01-01'),
      openOrders: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('zh' as const, 'en' as const), (roster, language) => {
        const found = candidates(need, roster, language);
        expect(found).toHaveLength(roster.length);
        for (const { score, reasons } of found) {
          expect(score).toBe(reasons.reduce((sum, { points }) => sum + points, 0));
          expect(score >= 0 && score <= 100 && reasons.length > 0).toBe(true);
        }
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
      }),
    );
    expect(weights.skill + weights.territory + weights.free + weights.maintainer).toBe(100);
  });
});
