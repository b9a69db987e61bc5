import { describe, expect, it } from 'vitest';
import { addTallies, tallyReport } from './test-tally.mjs';

const green = { numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe('the count of a test run', () => {
  it('is what the report says', () => {
    expect(tallyReport(green, 0)).toEqual({ passed: 4, failed: 0, skipped: [] });
    expect(tallyReport({ ...green, numFailedTests: 2 }, 1)).toEqual({ passed: 4, failed: 2, skipped: [] });
  });

  it('names a skipped test', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'runs' },
      { status: 'skipped', fullName: 'needs root' },
      { status: 'todo', fullName: 'is not written' },
    ];
    const report = { ...green, testResults: [{ status: 'passed', assertionResults }] };
    expect(tallyReport(report, 0)).toEqual({ passed: 4, failed: 0, skipped: ['needs root', 'is not written'] });
  });

  it('counts a file that could not be loaded', () => {
    const report = { ...green, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(tallyReport(report, 1)).toEqual({ passed: 4, failed: 1, skipped: [] });
  });

  it('counts a run that ended badly with every test green, and one that left no report', () => {
    expect(tallyReport(green, 1)).toEqual({ passed: 4, failed: 1, skipped: [] });
    expect(tallyReport(undefined, 137)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  it('is the sum over all tiers', () => {
    const tiers = [
      { passed: 3, failed: 0 },
      { passed: 2, failed: 1, skipped: ['needs root'] },
    ];
    expect(addTallies(tiers)).toEqual({ passed: 5, failed: 1, skipped: ['needs root'] });
    expect(addTallies([])).toEqual({ passed: 0, failed: 0, skipped: [] });
  });
});
