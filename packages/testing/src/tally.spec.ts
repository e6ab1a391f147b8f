import { describe, expect, it } from '@jest/globals';
import { tallyOf } from './tally.js';

const test = (status: string, ...ancestorTitles: string[]) => ({ status, ancestorTitles });
const report = {
  numPassedTests: 7,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [
    {
      assertionResults: [
        test('passed', 'the main job'),
        test('pending', 'the screens (not tried: no browser (CHROMIUM names one))', 'in Chinese'),
        test('pending', 'the screens (not tried: no browser (CHROMIUM names one))'),
        test('pending', 'mail (not tried: Dovecot is not installed)'),
        test('pending', 'a plan'),
      ],
    },
    { assertionResults: [test('todo')] },
  ],
};

describe('the tally of a run', () => {
  it('says of each reason how many were skipped for it', () => {
    expect(tallyOf(report, { exitCode: 0, ci: false })).toEqual({
      passed: 7,
      failed: 0,
      skipped: [
        ['no browser (CHROMIUM names one)', 2],
        ['Dovecot is not installed', 1],
        ['no reason is given', 1],
      ],
    });
  });

  it('counts what is skipped as failed in CI', () => {
    expect(tallyOf(report, { exitCode: 0, ci: true })).toMatchObject({ passed: 7, failed: 4 });
  });

  it('counts a suite that could not start, and a run that failed although no test did', () => {
    expect(
      tallyOf({ ...report, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }, { exitCode: 1, ci: false }).failed,
    ).toBe(3);
    expect(tallyOf(report, { exitCode: 1, ci: false }).failed).toBe(1);
    expect(tallyOf(undefined, { exitCode: 0, ci: false })).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});
