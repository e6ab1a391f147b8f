import { describe, expect, it } from '@jest/globals';
import { enquiryDetails } from '@pledge/contracts';
import { detailsAsked, detailsDemanded, kindOf, subjectOf } from './kinds.js';

describe('what each kind asks for', () => {
  it.each(enquiryDetails.options.map((option) => [option.shape.kind.value, option] as const))(
    'is for %s all that the contract takes',
    (kind, option) => {
      const taken = Object.keys(option.shape).filter((name) => name !== 'kind');
      expect([...detailsAsked[kind]].sort()).toEqual(taken.sort());
    },
  );

  it('demands what the contract demands, and no more', () => {
    const demanded = enquiryDetails.options.flatMap((option) =>
      Object.entries(option.shape)
        .filter(([name, field]) => name !== 'kind' && !field.safeParse(undefined).success)
        .map(([name]) => name),
    );
    expect([...detailsDemanded].sort()).toEqual(demanded.sort());
  });

  it('is a fault while nobody has chosen', () => {
    expect(kindOf({})).toBe('fault');
    expect(kindOf({ kind: 'upgrade' })).toBe('upgrade');
  });
});

describe('the subject', () => {
  it('is what was typed, else how the content begins', () => {
    expect(subjectOf({ subject: ' 门禁授权 ', description: '别的' })).toBe('门禁授权');
    expect(subjectOf({ subject: ' ', description: '\n 如何给新员工授权？\n他们周一来。' })).toBe('如何给新员工授权？');
  });
  it('of a long line ends where it is cut, and cuts no character in two', () => {
    expect(subjectOf({ description: '𠮷'.repeat(80) })).toBe(`${'𠮷'.repeat(59)}…`);
  });
  it('of nothing is nothing: the server says that it is missing', () => {
    expect(subjectOf({})).toBe('');
  });
});
