import { describe, expect, it } from '@jest/globals';
import { promiseName } from '@pledge/contracts';
import { explain, pauseClock, promiseRules, stamp, workCalendar } from './index.js';

const calendar = workCalendar({ closures: [{ from: '2026-10-09', to: '2026-10-09', name: '盘点' }] });
const promiseId = '018f7a52-0000-7000-8000-000000000001';

describe('an explanation in plain sentences', () => {
  const { explanation } = stamp({
    promiseId,
    promise: 'settle-transferred',
    owner: 'parts',
    startedAt: '2026-09-30T10:00:00+08:00',
    calendar,
  });

  it('speaks Chinese', () => {
    expect(explain(explanation, 'zh')).toEqual([
      '转办投诉:限 3 个工作日,只计工作时间。',
      '自 2026-09-30 10:00(Asia/Shanghai)起算,起算当日不计,最后一日下班时到期。',
      '计入 3 日:2026-10-08(周四)、2026-10-10(周六)、2026-10-12(周一)。',
      '其中调休上班日:2026-10-10(周六)。',
      '不计 2026-10-01(周四) 至 2026-10-07(周三):国庆节(法定节假日)。',
      '不计 2026-10-09(周五):盘点(公司放假)。',
      '不计 2026-10-11(周日):周末。',
      `工作日历版本:${calendar.version}。`,
    ]);
  });

  it('speaks English', () => {
    expect(explain(explanation, 'en')).toEqual([
      'Settle a transferred complaint: within 3 working days; only working time counts.',
      'Started 2026-09-30 10:00 (Asia/Shanghai); that day does not count, and the last day ends when working hours end.',
      'Counted 3: Thu 2026-10-08, Sat 2026-10-10, Mon 2026-10-12.',
      'Of these, make-up working days: Sat 2026-10-10.',
      'Skipped Thu 2026-10-01 to Wed 2026-10-07: National Day (statutory holiday).',
      'Skipped Fri 2026-10-09: 盘点 (company closure).',
      'Skipped Sun 2026-10-11: weekend.',
      `Calendar version: ${calendar.version}.`,
    ]);
  });

  it('tells of a pause that still lasts', () => {
    const arrive = stamp({ promiseId, promise: 'arrive', startedAt: '2026-10-01T01:00:00Z', calendar });
    const pause = { from: '2026-10-01T02:00:00Z', reason: 'waiting-for-user', note: '用户改约' } as const;
    const told = explain(pauseClock(arrive, pause, calendar).explanation, 'zh');
    expect(told[0]).toBe('到达现场:限 240 分钟,昼夜连续计时,节假日不停。');
    expect(told).toContain('扣除暂停 2026-10-01 10:00 至 今(仍暂停):等待用户(用户改约)。');
  });
});

describe('the table of promises', () => {
  it('has a rule for every name', () => {
    expect(Object.keys(promiseRules).toSorted()).toEqual([...promiseName.options].toSorted());
  });

  it.each([
    ['respond', 60, 'minutes', 'S-26'],
    ['arrive', 240, 'minutes', 'S-29'],
    ['resolve', 480, 'minutes', 'S-30'],
    ['answer-question', 1, 'working-days', 'S-80'],
    ['settle-complaint', 1, 'working-days', 'S-85'],
    ['settle-transferred', 3, 'working-days', 'S-92'],
    ['settle-escalated', 5, 'working-days', 'S-93'],
  ] as const)('promises %s within %i %s (%s)', (name, amount, unit, requirement) => {
    expect(promiseRules[name].limit).toEqual({ amount, unit });
    expect(promiseRules[name].requirements).toContain(requirement);
  });
});
