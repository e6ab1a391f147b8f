import { describe, expect, it } from '@jest/globals';
import type { Stock } from '@pledge/contracts/http';
import { choicesOf, withoutPart, withPart, withQuantity } from './part-lines.js';

const at = (partId: string, place: string, available: number): Stock => ({
  id: `${partId}-${place}`,
  partId,
  code: partId,
  name: `part ${partId}`,
  model: 'M',
  unit: 'pc',
  category: 'network',
  placeId: place,
  place,
  onHand: available,
  reserved: 0,
  available,
});

describe('parts to choose from', () => {
  it('are one a part, with what lies where', () => {
    const [first, second] = choicesOf([at('a', 'main', 3), at('b', 'main', 0), at('a', 'van', 1)]);
    expect(first).toMatchObject({ partId: 'a', available: 4, places: [{ place: 'main' }, { place: 'van' }] });
    expect(second).toMatchObject({ partId: 'b', available: 0 });
  });
});

describe('lines to carry', () => {
  const [choice] = choicesOf([at('a', 'main', 3)]);
  if (!choice) throw new Error('no choice');
  it('hold each part once', () => {
    const lines = withPart(withPart([], choice), choice);
    expect(lines).toEqual([{ partId: 'a', name: 'part a', model: 'M', quantity: 2 }]);
    expect(withQuantity(lines, 'a', 5)[0]?.quantity).toBe(5);
    expect(withoutPart(lines, 'a')).toEqual([]);
  });
});
