import { cityDay } from '@zhitong/domain/needs/city-day';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import { dutyAnswers } from '#features/directory/public';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import { holderIn } from './case-bodies.ts';
import { openCase } from './case-opening.ts';

/** The bureau answers for every sourcing need of its city. Undefined: the city has no bureau yet, and the need goes without. */
export async function openSourcingCase(
  tx: Tx,
  effects: Effects,
  { need, viewer }: { need: PublishedNeed; viewer: Viewer },
): Promise<{ id: string } | undefined> {
  const { city, id: needId, text, demo, publishedAt: at } = need;
  const day = cityDay(at);
  const bureau = await dutyAnswers.bureau(tx, { city, day });
  if (!bureau) return undefined;
  return openCase(tx, effects, {
    ...{ city, needId, list: 'sourcing', class: 'normal', dutyId: null, candidates: [], text, demo, at },
    asker: { id: need.organisationId, name: need.organisationName, region: need.buyerRegion },
    person: { id: viewer.personId, name: viewer.personName },
    holder: await holderIn(tx, { city, bodyId: bureau.id, day, list: 'sourcing' }),
  });
}
