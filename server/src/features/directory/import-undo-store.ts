import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ImportKey } from './import-store.ts';

/** Tables that go away with an organisation that an import made; whatever else points at it keeps it. */
const ownTables = ['organisation_contact', 'organisation_change', 'organisation_fact', 'organisation_name_part'];

export interface Pointing {
  readonly table: string;
  readonly column: string;
}

/**
 * Takes away the organisations a job made, but for those others have built on since. The catalogue says who can point at one, so
 * that a table added later is never forgotten. Answers how many went and how many stay.
 */
export async function removeCreated(tx: Tx, { city, id }: ImportKey): Promise<{ removed: number; kept: number }> {
  await sql`
    create temporary table undone on commit drop as
    select target_id as id from import_row where city = ${sql.lit(city)} and job_id = ${sql.lit(id)} and action = 'create'`.execute(
    tx,
  );
  const total = await sql<{ count: number }>`select count(*) as count from undone`.execute(tx);
  await sql`
    delete from undone u using organisation o
    where o.city = ${city} and o.id = u.id and o.version > 1`.execute(tx);
  const except = ['organisation', ...ownTables];
  for (const pointing of await listPointing(tx, { to: 'organisation', except }))
    await keepPointedAt(tx, city, pointing);
  await keepParents(tx, city);
  for (const table of ownTables)
    await sql`delete from ${sql.ref(table)} where city = ${city} and organisation_id in (select id from undone)`.execute(
      tx,
    );
  await sql`delete from credit_code where city = ${city} and organisation_id in (select id from undone)`.execute(tx);
  const gone = await sql`delete from organisation where city = ${city} and id in (select id from undone)`.execute(tx);
  const removed = Number(gone.numAffectedRows ?? 0);
  return { removed, kept: (total.rows[0]?.count ?? 0) - removed };
}

/** Brings back the contacts that changed rows replaced. */
export async function returnContacts(tx: Tx, { city, id }: ImportKey): Promise<void> {
  await sql`
    update organisation_contact k set name = r.before->'contact'->>'name', phone = r.before->'contact'->>'phone'
    from import_row r
    where r.city = ${city} and r.job_id = ${id} and r.action = 'change' and jsonb_typeof(r.before->'contact') = 'object'
      and r.value->>'contactName' is not null and k.city = r.city and k.organisation_id = r.target_id
      and k.name = r.value->>'contactName' and k.phone = r.value->>'contactPhone'`.execute(tx);
}

/** Foreign keys on a table, as the catalogue has them. */
export async function listPointing(
  tx: Tx,
  { to, except }: { readonly to: string; readonly except: readonly string[] },
): Promise<readonly Pointing[]> {
  const found = await sql<Pointing>`
    select c.conrelid::regclass::text as table, own.attname as column
    from pg_constraint c
    cross join lateral unnest(c.conkey, c.confkey) as pair(own, theirs)
    join pg_attribute own on own.attrelid = c.conrelid and own.attnum = pair.own
    join pg_attribute theirs on theirs.attrelid = c.confrelid and theirs.attnum = pair.theirs
    where c.contype = 'f' and c.confrelid = ${to}::regclass and theirs.attname = 'id'
      and c.conrelid::regclass::text <> all(${except}::text[])
    order by 1, 2`.execute(tx);
  return found.rows;
}

/** Whatever something points at leaves the list of what goes away (the temporary table `undone`). */
export async function keepPointedAt(tx: Tx, city: string, { table, column }: Pointing): Promise<void> {
  await sql`delete from undone where id in (select ${sql.ref(column)} from ${sql.ref(table)} where city = ${city})`.execute(
    tx,
  );
}

/** What stays keeps everything above it. */
async function keepParents(tx: Tx, city: string): Promise<void> {
  for (;;) {
    const kept = await sql`
      delete from undone where id in (
        select o.parent_id from organisation o
        where o.city = ${city} and o.parent_id is not null and o.id not in (select id from undone))`.execute(tx);
    if (Number(kept.numAffectedRows ?? 0) === 0) return;
  }
}
