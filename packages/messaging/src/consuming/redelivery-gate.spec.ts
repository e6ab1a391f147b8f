import { describe, expect, it } from '@jest/globals';
import { RedeliveryGate } from './redelivery-gate.js';

const deliveries = (...seqs: number[]) => seqs.map((seq) => ({ seq }));

describe('a gap in what was delivered', () => {
  it('is none while the server waits only for what we hold', () => {
    const gap = new RedeliveryGate();
    expect(gap.judge(3, 3)).toEqual([]);
    expect(gap.keep({ seq: 4 })).toBe(false);
  });

  it('keeps back what is newer until what was lost came again, then lets it go in order', () => {
    const gap = new RedeliveryGate();
    gap.judge(2, 0);
    for (const delivery of deliveries(9, 10, 4, 3)) expect(gap.keep(delivery)).toBe(true);
    expect(gap.judge(5, 4)).toEqual([]);
    expect(gap.judge(4, 4)).toEqual(deliveries(3, 4, 9, 10));
    expect(gap.open).toBe(false);
  });

  it('keeps one of two deliveries of the same', () => {
    const gap = new RedeliveryGate();
    gap.judge(1, 0);
    gap.keep({ seq: 1 });
    gap.keep({ seq: 1 });
    expect(gap.judge(1, 1)).toEqual(deliveries(1));
  });
});
