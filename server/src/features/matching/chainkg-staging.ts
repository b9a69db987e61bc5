import { sql } from 'kysely';
import type { CopyRow } from '#platform/bulk-connection';
import type { Tx } from '#platform/database';

// Rows are copied into temporary tables, which row-level security does not stop, and moved from there by statements that it checks.
// The temporary tables live as long as the transaction.

interface Staging {
  readonly columns: Readonly<Record<string, string>>;
}

export const stagings = {
  staged_company: {
    columns: {
      city: 'text',
      id: 'uuid',
      code: 'text',
      name: 'text',
      short_name: 'text',
      region: 'text',
      industry: 'text',
      as_of: 'date',
    },
  },
  staged_offer: {
    columns: {
      city: 'text',
      id: 'uuid',
      organisation_id: 'uuid',
      organisation_name: 'text',
      code: 'text',
      region: 'text',
      product_id: 'text',
      product_text: 'text',
      revenue_share: 'double precision',
    },
  },
} as const satisfies Record<string, Staging>;
export type StagingTable = keyof typeof stagings;
export type StagedRows = Readonly<Record<StagingTable, readonly CopyRow[]>>;

export async function makeStaging(tx: Tx): Promise<void> {
  for (const [table, { columns }] of Object.entries(stagings)) {
    const list = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
    await sql.raw(`create temporary table ${table} (${list.join(', ')}) on commit drop`).execute(tx);
  }
}

/** After the copy: each city is picked out of the stage once, so the city is worth an index. */
export async function indexStaging(tx: Tx): Promise<void> {
  await sql`create index on staged_company (city)`.execute(tx);
  await sql`create index on staged_offer (city)`.execute(tx);
  await sql`analyze staged_company, staged_offer`.execute(tx);
}

/** The rows of one city; the transaction must stand in its context. */
export async function moveCity(tx: Tx, city: string, at: Date): Promise<{ companies: number; offers: number }> {
  const companies = await sql`
    insert into organisation (city, id, kind, name, short_name, region, industry, source, as_of, external_code, created_at)
    select city, id, 'enterprise', name, short_name, region, industry, 'chainkg', as_of, code, ${at}
    from staged_company where city = ${city}`.execute(tx);
  await sql`
    insert into external_code (code, city, organisation_id)
    select code, city, id from staged_company where city = ${city}`.execute(tx);
  await sql`
    insert into offer (city, id, organisation_id, product_id, product_text, source, revenue_share, published_at)
    select city, id, organisation_id, product_id, product_text, 'imported', revenue_share, ${at}
    from staged_offer where city = ${city}`.execute(tx);
  const offers = await sql`
    insert into offer_search (city, offer_id, organisation_id, organisation_name, external_code, region, product_id,
                              product_text, limits, certificates, source, revenue_share, working_region, registered_only, size, as_of)
    select f.city, f.id, f.organisation_id, f.organisation_name, f.code, f.region, f.product_id, f.product_text, '[]', '[]', 'imported',
           f.revenue_share, o.working_region, o.registered_only, o.size, o.as_of
    from staged_offer f join organisation o on o.city = f.city and o.id = f.organisation_id where f.city = ${city}`.execute(
    tx,
  );
  return { companies: Number(companies.numAffectedRows), offers: Number(offers.numAffectedRows) };
}
