import { describe, expect, it } from '@jest/globals';
import { problemOf, withMore } from './scan.js';

const page = (name: string, size = 1000) => ({ name, size, lastModified: 1 });

describe('the pages of what came on paper', () => {
  it('can be sent from one to twenty', () => {
    expect(problemOf([])).toBe('none');
    expect(problemOf([page('1.png')])).toBeNull();
    expect(problemOf(Array.from({ length: 20 }, (_, index) => page(`${index}.png`)))).toBeNull();
    expect(problemOf(Array.from({ length: 21 }, (_, index) => page(`${index}.png`)))).toBe('too-many');
  });
  it('are neither empty nor larger than what is taken', () => {
    expect(problemOf([page('1.png', 25 * 1024 * 1024)])).toBeNull();
    expect(problemOf([page('1.png'), page('2.png', 25 * 1024 * 1024 + 1)])).toBe('too-large');
    expect(problemOf([page('1.png', 0)])).toBe('empty');
  });
  it('are each taken once, in the order in which they were chosen', () => {
    const [one, two] = [page('1.png'), page('2.png')];
    expect(withMore([two], [one, { ...two }]).map(({ name }) => name)).toEqual(['2.png', '1.png']);
    expect(withMore([one], [page('1.png', 2000)])).toHaveLength(2);
  });
});
