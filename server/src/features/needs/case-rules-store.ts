import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** Does nothing where the city has terms already. */
export async function ensureCaseTerms(
  tx: Tx,
  given: { city: string; terms: CityCaseTerms; source: string; now: Date },
): Promise<void> {
  const { city, terms, source, now } = given;
  await sql`
    insert into case_terms (city, valid_from, terms, by_name, created_at)
    select ${city}, '2000-01-01', ${JSON.stringify(terms)}::jsonb, ${source}, ${now}
    where not exists (select 1 from case_terms where city = ${city})
    on conflict do nothing`.execute(tx);
}
