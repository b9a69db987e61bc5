/**
 * Counts a vitest JSON report. A skipped test counts as failed (silence is not success), and so do a file that
 * could not be loaded and a run that ended badly with every test green.
 */
export function tallyReport(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const files = report?.testResults ?? [];
  const brokenFiles = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const failed = (report?.numFailedTests ?? 0) + brokenFiles.length + skipped;
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

export function addTallies(tallies) {
  return tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}
