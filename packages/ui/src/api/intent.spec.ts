import { describe, expect, it } from '@jest/globals';
import { intentFor, intentFrom } from './intent.js';

const input = { params: { orderId: 'o1' }, body: { question: '如何复位？' } };
const said = JSON.stringify(input);
const fresh = (key: string) => () => key;

describe('the key of an intent', () => {
  it('is fresh for a new one', () => {
    expect(intentFor({ input, ifMatch: 3 }, null, fresh('k1'))).toEqual({ key: 'k1', said, ifMatch: 3 });
  });
  it('stays the same when the same is sent again after no answer came', () => {
    const first = intentFor({ input, ifMatch: 3 }, null, fresh('k1'));
    expect(intentFor({ input, ifMatch: 3 }, first, fresh('k2'))).toEqual(first);
  });
  it('stays the same, with the version that was seen first, when a live update arrived before the same was sent again', () => {
    const first = intentFor({ input, ifMatch: 3 }, null, fresh('k1'));
    expect(intentFor({ input, ifMatch: 4 }, first, fresh('k2'))).toEqual({ key: 'k1', said, ifMatch: 3 });
  });
  it('is fresh, with the version that is seen now, when something else is said', () => {
    const first = intentFor({ input, ifMatch: 3 }, null, fresh('k1'));
    const other = { ...input, body: { question: '如何升级？' } };
    const second = intentFor({ input: other, ifMatch: 4 }, first, fresh('k2'));
    expect(second).toEqual({ key: 'k2', said: JSON.stringify(other), ifMatch: 4 });
  });
});

describe('an intent that was kept', () => {
  it('comes back as it was', () => {
    const intent = intentFor({ input, ifMatch: 3 }, null, fresh('k1'));
    expect(intentFrom(JSON.parse(JSON.stringify(intent)))).toEqual(intent);
  });
  it.each([
    ['with a version', [input, 3], 3],
    ['without one', [input, undefined], undefined],
  ])(
    'in the shape it had before, where the version was part of what was said, is still the same one: %s',
    (_, old, ifMatch) => {
      const kept = intentFrom({ key: 'k1', said: JSON.stringify(old) });
      expect(kept).toEqual({ key: 'k1', said, ifMatch });
      expect(intentFor({ input, ifMatch: 9 }, kept, fresh('k2'))).toEqual(kept);
    },
  );
  it.each([[null], ['k1'], [{ key: 'k1' }], [{ key: 1, said }], [{ key: 'k1', said: 2 }]])(
    'is none where %p was kept',
    (value) => expect(intentFrom(value)).toBeNull(),
  );
  it('keeps its key where what was said cannot be read, and is not taken for what is said now', () => {
    const kept = intentFrom({ key: 'k1', said: 's' });
    expect(kept).toEqual({ key: 'k1', said: 's' });
    expect(intentFor({ input }, kept, fresh('k2')).key).toBe('k2');
  });
});
