import { describe, expect, it } from 'vitest';
import { heatClasses, heatSteps, rampOf, stepOf } from './heat-steps.ts';

describe('the classes of the map', () => {
  it('are five at most, each from its least to its greatest count', () => {
    expect(heatSteps([1, 1, 2, 3, 8, 9, 30, 31, 100])).toHaveLength(heatClasses);
    expect(heatSteps([1, 1, 5])).toEqual([
      { from: 1, to: 1 },
      { from: 5, to: 5 },
    ]);
    expect(heatSteps([])).toEqual([]);
  });

  it('hold every count, and use both ends of the ramp', () => {
    const counts = [1, 2, 2, 7, 8, 40];
    const steps = heatSteps(counts);
    for (const count of counts) {
      const step = steps[stepOf(count, steps)];
      expect(step && count >= step.from && count <= step.to).toBe(true);
    }
    expect([rampOf(0, 5), rampOf(4, 5), rampOf(0, 2), rampOf(1, 2), rampOf(0, 1)]).toEqual([0, 4, 0, 4, 2]);
  });
});
