import { describe, expect, it } from '@jest/globals';
import { saidIn } from './said.js';

describe('what was said under a subject', () => {
  it.each([
    ['导出录像', '想导出上周的录像', '导出录像\n想导出上周的录像'],
    ['想导出上周', '想导出上周的录像', '想导出上周的录像'],
    ['想导出…', '想导出上周的录像', '想导出上周的录像'],
    [null, '想导出上周的录像', '想导出上周的录像'],
  ])('%s: %s', (subject, description, said) => {
    expect(saidIn(subject, description)).toBe(said);
  });
});
