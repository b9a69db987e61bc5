import type { getClock } from '@zhitong/contract/needs/case-contract';
import { caseClock } from '@zhitong/domain/needs/case-clock';
import { caseLight, shownLight } from '@zhitong/domain/needs/case-light';
import { caseMarks, markLights } from '@zhitong/domain/needs/case-mark';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { readClockFacts } from './case-detail-views.ts';
import { minutesOfToday, wholeMinutes } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';

/** The clock of a case from its history, not from the row that a list reads. */
export function viewClock(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  id: string,
): Promise<z.input<typeof getClock.reply>> {
  const now = effects.now();
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const found = await readClockFacts(tx, { city, id });
    if (!found) throw new Refusal('platform.not-found');
    const rules = await getCaseRules(tx, { city, day: cityDay(now) });
    const terms = { calendar: rules.calendar, allowanceMs: found.allowanceMs, penaltyMs: found.penaltyMs };
    const clock = caseClock(found.state, terms, now);
    const missed = markLights(caseMarks(found.state, rules), rules.marks);
    const names = await bodyNames(
      tx,
      city,
      clock.shares.map(({ body }) => body),
    );
    return {
      ...{ start: clock.start.toISOString(), reopened: clock.reopened?.toISOString() ?? null },
      ...{ due: clock.due.at.toISOString(), dueCertain: clock.due.certain },
      ...{ elapsedMinutes: Math.floor(clock.elapsedMs / 60_000), remainingMinutes: wholeMinutes(clock.remainingMs) },
      dayMinutes: minutesOfToday(rules, now),
      ...shownLight(caseLight(found.state, clock, { ...rules.light, allowanceMs: found.allowanceMs, missed })),
      ...{ stopped: clock.stopped, accountable: found.lead },
      shares: clock.shares.map(({ body, heldMs, penaltyMs, lateMs }) => ({
        body: { id: body, name: names.get(body) ?? '' },
        ...{
          minutes: Math.floor(heldMs / 60_000),
          penaltyMinutes: wholeMinutes(penaltyMs),
          lateMinutes: Math.floor(lateMs / 60_000),
        },
      })),
    };
  });
}

async function bodyNames(tx: Tx, city: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
