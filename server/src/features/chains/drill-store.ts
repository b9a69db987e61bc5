import type { DrillRules } from '@zhitong/domain/chains/drill-rules';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

/** What drills assume in a city on a day. Every installation enters the usual rules at its first start. */
export async function getDrillRules(tx: Tx, { city, day }: { city: string; day: string }): Promise<DrillRules> {
  const { rows } = await sql<{ rules: unknown }>`
    select rules from drill_rules where city = ${city} and valid_from <= ${day}::date
    order by valid_from desc limit 1`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error(`no drill rules in ${city}`);
  return jsonColumn<DrillRules>(row.rules);
}

/** Does nothing where the city has rules already. */
export async function ensureDrillRules(
  tx: Tx,
  { city, rules, source, now }: { city: string; rules: DrillRules; source: string; now: Date },
): Promise<void> {
  await sql`
    insert into drill_rules (city, valid_from, rules, by_name, created_at)
    select ${city}, '2000-01-01', ${JSON.stringify(rules)}::jsonb, ${source}, ${now}
    where not exists (select 1 from drill_rules where city = ${city})
    on conflict do nothing`.execute(tx);
}

export interface KeptDrill {
  readonly chainId: string;
  readonly at: Date;
  readonly firms: number;
  readonly regions: number;
  readonly red: number;
}

/** The last one of a chain stands. */
export async function keepDrill(tx: Tx, city: string, drill: KeptDrill): Promise<void> {
  const { firms, regions, red } = drill;
  const found = { at: drill.at, firms, regions, red };
  await tx
    .insertInto('chain_drill')
    .values({ city, chain_id: drill.chainId, ...found })
    .onConflict((conflict) => conflict.columns(['city', 'chain_id']).doUpdateSet(found))
    .execute();
}

export async function findDrill(tx: Tx, { city, chainId }: { city: string; chainId: string }) {
  return tx
    .selectFrom('chain_drill')
    .select(['at', 'firms', 'regions', 'red'])
    .where('city', '=', city)
    .where('chain_id', '=', chainId)
    .executeTakeFirst();
}

/** Chains whose last drill is not older than this instant. */
export async function listDrilled(
  tx: Tx,
  { city, since }: { city: string; since: Date },
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('chain_drill')
    .select('chain_id')
    .where('city', '=', city)
    .where('at', '>=', since)
    .limit(200)
    .execute();
  return new Set(rows.map((row) => row.chain_id));
}
