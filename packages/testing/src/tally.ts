// `bin/test.mjs` loads this file as it is, so it imports nothing and has nothing but types to strip.

/** What Jest's `--json` says, as far as it is counted. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly ancestorTitles: readonly string[] }[];
  }[];
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Why, and how many for it. */
  readonly skipped: readonly (readonly [reason: string, count: number])[];
}

const reasonIn = (titles: readonly string[]): string =>
  titles.flatMap((title) => /\(not tried: (.*)\)$/u.exec(title)?.[1] ?? []).at(0) ?? 'no reason is given';

/**
 * Jest's exit code alone would not say how many, and a suite that could not start has no tests to count. In CI everything can be
 * tried, so what is skipped there has failed.
 * @param report none where the run did not come to its end
 */
export function tallyOf(
  report: JestReport | undefined,
  { exitCode, ci }: { readonly exitCode: number; readonly ci: boolean },
): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const pending = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending');
  const counts = new Map<string, number>();
  for (const { ancestorTitles } of pending) {
    const reason = reasonIn(ancestorTitles);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + (ci ? pending.length : 0);
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: [...counts],
  };
}
