import { describe, expect, it } from '@jest/globals';
import type { QueueItem } from '@pledge/contracts/http';
import { bulkActions, planFor } from './bulk.js';

const row = (change: Partial<QueueItem> = {}): QueueItem => ({
  ...{ type: 'request', id: 'r-1', number: 'RQ-1', channel: 'hotline', kind: 'complaint', title: '漏接', who: '王敏' },
  ...{ phone: null, customerId: null, customerName: null, siteName: null, receivedAt: '2026-03-02T02:00:00Z' },
  ...{ dueAt: null, dueWhat: null, overdue: false, suspicion: null, needs: null, disputed: null, takenBy: null },
  ...{ withDepartment: null, version: 3 },
  ...change,
});
const me = { personId: 'p-1', name: '林小雨' };
const xu = { personId: 'p-2', name: '徐' };
const envelope = row({ type: 'envelope', kind: null, needs: 'sorting' });

describe('what will be done with a line', () => {
  it.each(bulkActions)('is nothing where a colleague has it, whatever is asked: %s', (action) =>
    expect(planFor(action, row({ takenBy: xu }), me.personId)).toEqual({
      ...{ will: 'leave', why: 'with-colleague', name: '徐' },
    }),
  );
  it('is to take what nobody has', () => {
    expect(planFor('take', row(), me.personId)).toEqual({ will: 'take' });
    expect(planFor('take', envelope, me.personId)).toEqual({ will: 'take' });
    expect(planFor('take', row({ takenBy: me }), me.personId)).toEqual({ will: 'leave', why: 'yours' });
  });
  it('is to give back what is mine', () => {
    expect(planFor('release', row({ takenBy: me }), me.personId)).toEqual({ will: 'release' });
    expect(planFor('release', row(), me.personId)).toEqual({ will: 'leave', why: 'nobodys' });
    expect(planFor('release', { ...envelope, takenBy: me }, me.personId)).toEqual({ will: 'leave', why: 'envelope' });
  });
  it('is to hand over complaints and suggestions that supervision has not got yet', () => {
    expect(planFor('hand-over', row(), me.personId)).toEqual({ will: 'hand-over' });
    expect(planFor('hand-over', row({ kind: 'suggestion' }), me.personId)).toEqual({ will: 'hand-over' });
    expect(planFor('hand-over', row({ kind: 'fault' }), me.personId)).toEqual({ will: 'leave', why: 'not-matter' });
    expect(planFor('hand-over', envelope, me.personId)).toEqual({ will: 'leave', why: 'not-matter' });
    expect(planFor('hand-over', row({ withDepartment: 'supervision' }), me.personId)).toEqual({
      ...{ will: 'leave', why: 'handed-over' },
    });
  });
  it('is to reject envelopes only', () => {
    expect(planFor('reject', envelope, me.personId)).toEqual({ will: 'reject' });
    expect(planFor('reject', row(), me.personId)).toEqual({ will: 'leave', why: 'not-envelope' });
  });
});
