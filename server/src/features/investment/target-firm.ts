import type { TargetInput } from '@zhitong/contract/investment/target-contract';
import type { TargetKind } from '@zhitong/domain/investment/target-stage';
import { Refusal } from '@zhitong/domain/refusal';
import { organisationPlaces } from '#features/directory/public';
import { inContext } from '#platform/context';
import { contextIn, type Viewer } from '#platform/viewer';
import { findPlace } from './place-book.ts';
import type { TargetDeps } from './target-deps.ts';
import type { TargetSubject } from './target-store.ts';

export type Firm = Omit<TargetSubject, 'gap'>;

/** What kind of partner an organisation of the register is. */
const kindOfOrganisation: Readonly<Record<string, TargetKind>> = {
  enterprise: 'firm',
  university: 'university',
  centre: 'institute',
  bank: 'fund',
};

/** Whom somebody means: one of the register, wherever it lives, or one that is only named. Refused: who is in this city already. */
export async function getFirm(deps: TargetDeps, viewer: Viewer, given: TargetInput['organisation']): Promise<Firm> {
  if (typeof given !== 'string') {
    const { name, region, kind } = given;
    if (region !== null && findPlace(deps, region) === undefined)
      throw new Refusal('targets.unknown-region', { region });
    return { organisation: null, name, region, kind };
  }
  const firm = await findRegistered(deps, viewer, given);
  if (!firm) throw new Refusal('targets.unknown-organisation');
  if (firm.organisation?.city === viewer.city) throw new Refusal('targets.already-here', { name: firm.name });
  return firm;
}

/** An organisation of the register as far as this viewer may come across it. */
export async function findRegistered(
  { database }: Pick<TargetDeps, 'database'>,
  viewer: Viewer,
  id: string,
): Promise<Firm | undefined> {
  const city = await organisationPlaces.findCity(database, viewer, id);
  if (city === undefined) return undefined;
  const row = await inContext(database, contextIn(city, viewer), (tx) =>
    tx
      .selectFrom('organisation')
      .select(['name', 'region', 'kind'])
      .where('city', '=', city)
      .where('id', '=', id)
      .where('merged_into', 'is', null)
      .executeTakeFirst(),
  );
  return (
    row && {
      ...{ organisation: { id, city }, name: row.name, region: row.region ?? (city === nowhere ? null : city) },
      kind: kindOfOrganisation[row.kind] ?? 'other',
    }
  );
}

/** the city of those whose place is not known */
const nowhere = '000000';
