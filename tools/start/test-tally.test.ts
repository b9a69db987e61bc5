import { describe, expect, it } from 'vitest';
import { addTallies, tallyReport } from './test-tally.mjs';

const green = { numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe('the count of a test run', () => {
  it('is what the report says', () => {
    expect(tallyReport(green, 0)).toEqual({ passed: 4, failed: 0 });
    expect(tallyReport({ ...green, numFailedTests: 2 }, 1)).toEqual({ passed: 4, failed: 2 });
  });

  it('counts a skipped test as failed', () => {
    expect(tallyReport({ ...green, numPendingTests: 1, numTodoTests: 1 }, 0)).toEqual({ passed: 4, failed: 2 });
  });

  it('counts a file that could not be loaded', () => {
    const report = { ...green, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(tallyReport(report, 1)).toEqual({ passed: 4, failed: 1 });
  });

  it('counts a run that ended badly with every test green, and one that left no report', () => {
    expect(tallyReport(green, 1)).toEqual({ passed: 4, failed: 1 });
    expect(tallyReport(undefined, 137)).toEqual({ passed: 0, failed: 1 });
  });

  it('is the sum over all tiers', () => {
    const tiers = [
      { passed: 3, failed: 0 },
      { passed: 2, failed: 1 },
    ];
    expect(addTallies(tiers)).toEqual({ passed: 5, failed: 1 });
    expect(addTallies([])).toEqual({ passed: 0, failed: 0 });
  });
});
