import type { CitySourcingTerms } from '@zhitong/domain/needs/sourcing-terms';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

/** Does nothing where the city has terms already. */
export async function ensureSourcingTerms(
  tx: Tx,
  given: { city: string; terms: CitySourcingTerms; source: string; now: Date },
): Promise<void> {
  const { city, terms, source, now } = given;
  await sql`
    insert into sourcing_terms (city, valid_from, terms, by_name, created_at)
    select ${city}, '2000-01-01', ${JSON.stringify(terms)}::jsonb, ${source}, ${now}
    where not exists (select 1 from sourcing_terms where city = ${city})
    on conflict do nothing`.execute(tx);
}

/** What sourcing goes by in a city on a day. Every installation enters the usual terms at its first start. */
export async function getSourcingTerms(
  tx: Tx,
  { city, day }: { city: string; day: string },
): Promise<CitySourcingTerms> {
  const row = await tx
    .selectFrom('sourcing_terms')
    .select('terms')
    .where('city', '=', city)
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Error(`no sourcing terms in ${city}`);
  return jsonColumn<CitySourcingTerms>(row.terms);
}
