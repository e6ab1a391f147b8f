import { describe, expect, it } from '@jest/globals';
import { Problem, Unreachable } from '@pledge/client';
import { failed, idsOf, mostFiles, withChosen } from './uploads.js';

const file = (name: string, size = 10) => ({ name, size, lastModified: 1 });
let keys = 0;
const choose = (...files: ReturnType<typeof file>[]) => withChosen([], files, () => `key-${String((keys += 1))}`);

describe('files that are chosen', () => {
  it('are sent once each, under a key of their own', () => {
    const [first, ...rest] = choose(file('a'), file('b'), file('a'));
    expect(rest.map(({ file: { name }, state }) => [name, state])).toEqual([['b', 'sending']]);
    expect(rest[0]?.key).not.toBe(first?.key);
    expect(withChosen([first!], [file('a')], () => 'other')).toEqual([first]);
  });
  it('are refused before a byte goes out where they are empty, too large or too many', () => {
    const many = Array.from({ length: mostFiles }, (_, n) => file(String(n)));
    const words = choose(file('none', 0), file('vast', 25 * 1024 * 1024 + 1), ...many, file('last')).flatMap(
      ({ why, file: { name } }) => (why ? [[name, why]] : []),
    );
    expect(words).toEqual([
      ['none', { word: 'empty' }],
      ['vast', { word: 'too-large' }],
      ['last', { word: 'too-many' }],
    ]);
  });
});

describe('a file that did not arrive', () => {
  it.each([
    [new Unreachable('no answer'), { state: 'unsent', why: null }],
    [new Problem(503, {}), { state: 'unsent', why: null }],
    [new Problem(401, {}), { state: 'unsent', why: null }],
    [new Problem(413, {}), { state: 'refused', why: { word: 'too-large' } }],
    [new Problem(409, { detail: '不接受此类文件' }), { state: 'refused', why: { said: '不接受此类文件' } }],
  ])('after %s', (error, then) => expect(failed(error)).toEqual(then));
});

describe('the ids to send', () => {
  it('are there once every file is', () => {
    expect(idsOf([])).toEqual([]);
    expect(idsOf([{ attachmentId: 'a' }, { attachmentId: 'b' }])).toEqual(['a', 'b']);
    expect(idsOf([{ attachmentId: 'a' }, { attachmentId: null }])).toBeNull();
  });
});
