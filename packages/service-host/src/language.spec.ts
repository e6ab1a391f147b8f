import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['*', 'zh'],
    ['de', 'zh'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.3, zh;q=0.2', 'en'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['fr, en', 'en'],
  ])('of %j is %s', (header, language) => expect(languageOf(header)).toBe(language));

  it('is the caller’s own where none is asked for', () => expect(languageOf(undefined, 'en')).toBe('en'));
});
