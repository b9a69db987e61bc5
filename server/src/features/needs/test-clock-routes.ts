import { setTestClock } from '@zhitong/contract/needs/test-clock-contract';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { TestClock } from '#platform/effects';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';

export interface TestClockControl {
  readonly clock: TestClock;
  /** fires what is due now; answers how many timers that were */
  readonly fire: () => Promise<number>;
}

/** Registered only on a demo installation on loopback that was told to (config.ts). */
export function testClockRoutes(
  routes: Routes,
  { clock, fire, database, city, effects }: TestClockControl & CaseDeps & { readonly city: string },
): void {
  routes.public(setTestClock, async ({ body }) => {
    const before = clock.effects.now().toISOString();
    clock.set(new Date(body.now));
    await inContext(database, { city, viewer: 'system' }, (tx) =>
      recordAudit(tx, effects, {
        ...{ action: 'clock.set', subject: { kind: 'clock', id: city } },
        ...{ before: { now: before }, after: { now: body.now } },
      }),
    );
    return { fired: await fire(), now: clock.effects.now().toISOString() };
  });
}
