/** What a run of one tier proved: counts, and the names of the tests this machine or user did not allow. */
const nothing = { passed: 0, failed: 0, skipped: [] };

/**
 * Reads a vitest JSON report. A file that could not be loaded counts as failed, and so does a run that ended badly
 * with every test green. What was skipped is named, for silence is not success.
 */
export function tallyReport(report, exitCode) {
  const files = report?.testResults ?? [];
  const brokenFiles = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + brokenFiles.length;
  return {
    passed: report?.numPassedTests ?? 0,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: files.flatMap(({ assertionResults }) =>
      assertionResults.filter(wasSkipped).map(({ fullName }) => fullName),
    ),
  };
}

export function addTallies(tallies) {
  return tallies.reduce(
    (sum, { passed, failed, skipped = [] }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: [...sum.skipped, ...skipped],
    }),
    nothing,
  );
}

function wasSkipped({ status }) {
  return status === 'skipped' || status === 'pending' || status === 'todo';
}
