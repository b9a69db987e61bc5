import { fireDue } from '#features/needs/case-timer-job';
import type { TestApp } from './test-app.ts';
import { testCity } from './test-world.ts';

/** Everything that fell due in the cases of the test city happens now. */
export function fireTimers({ database, effects }: TestApp): Promise<unknown> {
  return fireDue({
    ...{ database, effects, city: testCity },
    onError: (error) => {
      throw error;
    },
  });
}
