import { describe, expect, it } from '@jest/globals';
import { askedOf } from './sentence.js';

describe('a question to the knowledge base', () => {
  it('is looked for by its words, of one width and case', () =>
    expect(askedOf('读卡器　ＨＹ-AC4000').words).toEqual(['读卡器', 'hy-ac4000']));
  it('is sure of a word that is one entry of the index, and of no other', () => {
    expect(askedOf('门禁 ups 读卡器 ip').unsure).toEqual(['读卡器', 'ip']);
  });
  it('leaves out what people say around it', () => {
    expect(askedOf('请问读卡器不亮了怎么办？').grams).toEqual(['读卡', '卡器', '器不', '不亮']);
    expect(askedOf('What is the reader for').grams).toEqual(['rea', 'ead', 'ade', 'der']);
  });
  it('is no sentence where too little is left of it', () => {
    for (const q of ['怎么办', '门禁', 'how to', '']) expect(askedOf(q).grams).toEqual([]);
  });
  it('may be initials where it is letters only', () => {
    expect(askedOf('DKWXY').initials).toBe('dkwxy');
    for (const q of ['d', 'dk wx', '读卡', 'a'.repeat(21), "a'b"]) expect(askedOf(q).initials).toBeNull();
  });
});
