import { describe, expect, it } from '@jest/globals';
import { projectionOf } from './projection.js';

const from = { from: 'paper', key: 'paper_id' };

describe('a projection', () => {
  it('asks for one record, and gives moments as RFC 3339', () => {
    const { text, values, read } = projectionOf({ ...from, select: { id: 'paper_id', at: 'made_at' } }).one('7');
    expect([text, values]).toEqual(['select paper_id as "id", made_at as "at" from paper where paper_id = $1', ['7']]);
    expect(read([{ id: '7', at: new Date(0) }])).toEqual({ id: '7', at: '1970-01-01T00:00:00.000Z' });
    expect(read([])).toBeUndefined();
  });
  it('sends the time zone that it depends on as a value, and says where it is missing', () => {
    const { one } = projectionOf({ ...from, select: { today: '(now() at time zone :timeZone)::date' } });
    const { text, values } = one('7', 'Asia/Shanghai');
    expect(text).toContain('(now() at time zone $2::text)::date as "today"');
    expect(values).toEqual(['7', 'Asia/Shanghai']);
    expect(() => one('7')).toThrow(/time zone/u);
  });
});
