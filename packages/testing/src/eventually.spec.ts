import { describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.js';

describe('eventually', () => {
  it('gives the first answer that is one', async () => {
    let asked = 0;
    expect(await eventually(() => ((asked += 1) < 3 ? undefined : `after ${asked}`), { every: 1 })).toBe('after 3');
  });

  it('takes nought for an answer', async () => {
    expect(await eventually(() => 0)).toBe(0);
  });

  it('says what it last saw', async () => {
    await expect(eventually(() => expect('assigned').toBe('closed'), { within: 10, every: 1 })).rejects.toThrow(
      /not within 10 ms[^]*assigned/,
    );
  });

  it('goes on where an expectation holds at last', async () => {
    let asked = 0;
    await eventually(
      () => {
        expect((asked += 1)).toBe(3);
        return true;
      },
      { every: 1 },
    );
    expect(asked).toBe(3);
  });
});
