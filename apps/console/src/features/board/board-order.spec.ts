import { describe, expect, it } from '@jest/globals';
import type { BoardEntry } from '@pledge/contracts/http';
import type { BoardPromise } from './board-order.js';
import { matches, worstFirst, worstOf } from './board-order.js';

const now = Date.parse('2026-11-22T10:00:00Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

const clock = (promise: BoardPromise['promise'], state: BoardPromise['state'], dueIn: number): BoardPromise => ({
  id: promise,
  promise,
  state,
  dueAt: at(dueIn),
  atRiskAt: at(dueIn - 10),
  startedAt: at(-60),
  doneAt: null,
  provisional: false,
  owner: 'dispatch',
});
const entry = (number: string, ...promises: BoardPromise[]): BoardEntry => ({
  requestId: number,
  number,
  kind: 'fault',
  customerName: '华东国际会展中心',
  siteName: '3 号馆',
  equipmentName: null,
  category: 'access-control',
  impact: 'partial',
  description: '读卡无响应',
  receivedAt: at(-60),
  holder: 'dispatch',
  heldSince: at(-50),
  engineerName: null,
  orderNumber: null,
  promises,
  worstDueAt: null,
});

describe('the worst clock of a request', () => {
  it('is the one still open that runs out first', () => {
    const promises = [clock('respond', 'kept', -30), clock('resolve', 'running', 400), clock('arrive', 'running', 120)];
    expect(worstOf(promises, now)?.promise).toBe('arrive');
  });
  it('is the last that was due where all are done', () => {
    expect(worstOf([clock('respond', 'kept', -30), clock('resolve', 'kept', 400)], now)?.promise).toBe('resolve');
    expect(worstOf([], now)).toBeNull();
  });
});

describe('the board', () => {
  const calm = entry('calm', clock('resolve', 'running', 300));
  const soon = entry('soon', clock('respond', 'at-risk', 5));
  const late = entry('late', clock('arrive', 'breached', -5));
  const later = entry('later', clock('arrive', 'breached', -90));
  const still = entry('still', clock('arrive', 'paused', 1));
  const done = entry('done', clock('resolve', 'kept', 1));
  const numbers = (entries: readonly BoardEntry[]) => entries.map(({ number }) => number);

  it('shows breached first, then what runs out, then what stands still, then what is done', () => {
    expect(numbers(worstFirst([done, still, calm, late, soon, later], now))).toEqual([
      'later',
      'late',
      'soon',
      'calm',
      'still',
      'done',
    ]);
  });
  it('moves a clock up the moment its time is over', () => {
    const other = entry('other', clock('arrive', 'breached', 2));
    expect(numbers(worstFirst([soon, other], now))).toEqual(['other', 'soon']);
    expect(numbers(worstFirst([other, soon, late], now + 6 * 60_000))).toEqual(['late', 'other', 'soon']);
  });
  it('is searched by every word', () => {
    expect(matches(calm, '会展 读卡')).toBe(true);
    expect(matches(calm, '会展 喷淋')).toBe(false);
    expect(matches(calm, 'CALM')).toBe(true);
  });
});
