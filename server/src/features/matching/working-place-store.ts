import type { WorkingPlace } from '@zhitong/domain/matching/other-name';
import { sql } from 'kysely';
import { asSystem } from '#platform/context';
import type { Tx } from '#platform/database';
import { refreshSearchFacts } from './offer-search-facts.ts';

/** Firms of an import that are registered in one place and work in another, as far as that is on record; its other facts stay. */
export async function placeWorkingFirms(tx: Tx, places: readonly WorkingPlace[]): Promise<void> {
  for (const { code, region } of places) {
    const firm = await tx
      .selectFrom('external_code')
      .select(['city', 'organisation_id'])
      .where('code', '=', code)
      .executeTakeFirst();
    if (firm === undefined) continue;
    const { city, organisation_id: id } = firm;
    await asSystem(tx, { city, viewer: 'system' }, async () => {
      // what the firm says of itself goes before what is on record elsewhere
      await sql`update organisation set working_region = ${region}
        where city = ${city} and id = ${id} and working_address is null`.execute(tx);
      await refreshSearchFacts(tx, { city, organisations: [id] });
    });
  }
}
