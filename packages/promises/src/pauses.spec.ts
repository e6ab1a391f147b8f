import { describe, expect, it } from '@jest/globals';
import type { PauseReason } from '@pledge/contracts';
import { pauseClock, resumeClock, stageAt, stamp, withPauses, workCalendar } from './index.js';

const calendar = workCalendar();
const promiseId = '018f7a52-0000-7000-8000-000000000001';
const arrive = stamp({ promiseId, promise: 'arrive', startedAt: '2026-03-13T01:00:00Z', calendar });
const reason: PauseReason = 'site-not-accessible';
const pause = { from: '2026-03-13T02:00:00Z', reason, note: '门卫要求明早再来' };
const complaint = stamp({ promiseId, promise: 'settle-complaint', startedAt: '2026-03-13T18:30:00+08:00', calendar });

describe('a clock that is paused', () => {
  const paused = pauseClock(arrive, pause, calendar);

  it('has time left instead of a due time, and says why (S-29)', () => {
    expect(paused).toMatchObject({
      state: 'paused',
      pausedAt: '2026-03-13T02:00:00.000Z',
      left: { milliseconds: 3 * 3_600_000 },
    });
    expect(paused.explanation.pausesTakenOff).toEqual([{ ...pause, to: null }]);
  });

  it('runs again with the paused time taken off', () => {
    const resumed = resumeClock(paused, '2026-03-13T04:30:00Z', calendar);
    expect(resumed).toMatchObject({ dueAt: '2026-03-13T07:30:00.000Z', atRiskAt: '2026-03-13T06:42:00.000Z' });
    expect(resumed.explanation.pausesTakenOff).toEqual([{ ...pause, to: '2026-03-13T04:30:00Z' }]);
  });

  it('may be paused again, and keeps both pauses', () => {
    const resumed = resumeClock(paused, '2026-03-13T04:30:00Z', calendar);
    const again = pauseClock(resumed, { ...pause, from: '2026-03-13T05:00:00Z' }, calendar);
    expect(again.left.milliseconds).toBe(2.5 * 3_600_000);
    expect(resumeClock(again, '2026-03-13T06:00:00Z', calendar).dueAt).toBe('2026-03-13T08:30:00.000Z');
  });

  it('cannot resume before it paused', () => {
    expect(() => resumeClock(paused, '2026-03-13T01:59:00Z', calendar)).toThrow('cannot resume');
  });

  it('is paused on screens from then on, and kept if the thing is done meanwhile', () => {
    expect(stageAt(paused, '2026-03-13T01:59:00Z')).toBe('running');
    expect(stageAt(paused, '2026-03-14T00:00:00Z')).toBe('paused');
    expect(stageAt(paused, '2026-03-14T00:00:00Z', '2026-03-13T23:00:00Z')).toBe('kept');
  });
});

describe('a pause is refused', () => {
  it('where the promise sheet allows none (S-26)', () => {
    const respond = stamp({ promiseId, promise: 'respond', startedAt: '2026-03-13T01:00:00Z', calendar });
    expect(() => pauseClock(respond, { ...pause, from: '2026-03-13T01:10:00Z' }, calendar)).toThrow(
      'may not be paused',
    );
  });

  it('once the time is over', () => {
    expect(() => pauseClock(arrive, { ...pause, from: '2026-03-13T05:00:00Z' }, calendar)).toThrow('the time was over');
  });

  it('without a note for the customer', () => {
    expect(() => pauseClock(arrive, { ...pause, note: ' ' }, calendar)).toThrow('note');
  });

  it('for a reason that is not on the list, by the compiler', () => {
    // @ts-expect-error -- "waiting for our own department" is never a reason
    const forbidden: PauseReason = 'waiting-for-parts';
    expect(['waiting-for-user', 'site-not-accessible', 'force-majeure']).not.toContain(forbidden);
  });
});

describe('pauses of a working-day clock', () => {
  const from = (start: string, to: string | null) => ({
    from: start,
    to,
    reason: 'waiting-for-user' as const,
    note: '等用户',
  });

  it('take off working time only', () => {
    const night = withPauses(complaint, [from('2026-03-14T00:00:00+08:00', '2026-03-16T10:30:00+08:00')], calendar);
    expect(night).toMatchObject({ state: 'running', promise: { dueAt: '2026-03-17T02:30:00.000Z' } });
  });

  it('that overlap count once', () => {
    const both = [
      from('2026-03-16T10:00:00+08:00', '2026-03-16T12:00:00+08:00'),
      from('2026-03-16T11:00:00+08:00', '2026-03-16T13:00:00+08:00'),
    ];
    expect(withPauses(complaint, both, calendar)).toMatchObject({ promise: { dueAt: '2026-03-17T04:00:00.000Z' } });
  });

  it('leave working time while they last', () => {
    const open = withPauses(complaint, [from('2026-03-16T16:00:00+08:00', null)], calendar);
    expect(open).toMatchObject({ state: 'paused', left: { milliseconds: 2 * 3_600_000 } });
  });

  it('change nothing when they begin after the end', () => {
    const late = withPauses(complaint, [from('2026-03-16T18:00:00+08:00', null)], calendar);
    expect(late).toEqual({ state: 'running', promise: complaint });
  });

  it('cannot end before they begin', () => {
    const wrong = [from('2026-03-16T12:00:00+08:00', '2026-03-16T11:00:00+08:00')];
    expect(() => withPauses(complaint, wrong, calendar)).toThrow('cannot end before');
  });
});

describe('the stage of a clock', () => {
  it.each([
    ['2026-03-13T01:00:00Z', null, 'running'],
    ['2026-03-13T04:11:59.999Z', null, 'running'],
    ['2026-03-13T04:12:00Z', null, 'at-risk'],
    ['2026-03-13T04:59:59.999Z', null, 'at-risk'],
    ['2026-03-13T05:00:00Z', null, 'breached'],
    ['2026-03-13T09:00:00Z', '2026-03-13T05:00:00Z', 'kept'],
    ['2026-03-13T09:00:00Z', '2026-03-13T05:00:00.001Z', 'done-late'],
  ])('at %s, done at %s, is %s', (now, doneAt, stage) => expect(stageAt(arrive, now, doneAt)).toBe(stage));
});
