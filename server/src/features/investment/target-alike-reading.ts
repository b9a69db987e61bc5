import { newPlaceNames } from '@zhitong/domain/directory/name-places';
import { alikeTargets } from '@zhitong/domain/investment/target-alike';
import { spokenDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { organisationPlaces } from '#features/directory/public';
import type { Tx } from '#platform/database';
import type { Firm } from './target-firm.ts';
import { listOpenTargets, type OpenTarget } from './target-reading.ts';

/** The open target of the same firm, or of one very much alike. */
export async function firstAlike(
  tx: Tx,
  { city, firm }: { city: string; firm: Firm },
): Promise<OpenTarget | undefined> {
  const open = await listOpenTargets(tx, city);
  if (open.length === 0) return undefined;
  const places = newPlaceNames(await organisationPlaces.listNames(tx), city);
  const { organisation, name, region, kind } = firm;
  return alikeTargets({ organisationId: organisation?.id ?? null, name, region, kind }, open, places)[0];
}

export function duplicateOf({ id, name, owner, registeredAt }: OpenTarget): Refusal {
  const { date, dateEn } = spokenDay(registeredAt);
  return new Refusal('targets.duplicate', {
    ...{ district: owner.body, person: owner.person, date, dateEn, target: id, firm: name },
  });
}
