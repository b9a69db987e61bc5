import type { KnownPerson, KnownPost } from '@zhitong/domain/directory/import-people';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ImportKey } from './import-store.ts';
import { keepPointedAt, listPointing } from './import-undo-store.ts';

/** System context: whose number it is comes out only by the right name beside it. */
export async function listPeopleByPhone(
  tx: Tx,
  city: string,
  phones: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> {
  const { rows } = await sql<KnownPerson & { phone: string }>`
    select k.phone, n.id, n.name from person_phone k join person n on n.city = k.city and n.id = k.person_id
    where k.city = ${city} and k.phone = any(${phones}::text[])`.execute(tx);
  return new Map(rows.map(({ phone, id, name }) => [phone, { id, name }]));
}

/** System context: the numbers of these people, to tell namesakes apart. */
export async function listPhonesOf(
  tx: Tx,
  city: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; phone: string }>`
    select person_id as id, phone from person_phone where city = ${city} and person_id = any(${people}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

/** `organisation|name` of everybody of these names with a post in these organisations on or after a day. */
export async function listNamesakes(
  tx: Tx,
  of: { city: string; bodyIds: readonly string[]; names: readonly string[]; since: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select distinct p.organisation_id || '|' || n.name as key
    from person n join post p on p.city = n.city and p.person_id = n.id
    where n.city = ${of.city} and n.name = any(${of.names}::text[]) and p.organisation_id = any(${of.bodyIds}::uuid[])
      and (p.valid_to is null or p.valid_to > ${of.since}::date)`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

export async function listPostsOfPeople(
  tx: Tx,
  of: { city: string; people: readonly string[]; since: string },
): Promise<readonly KnownPost[]> {
  const { rows } = await sql<KnownPost>`
    select person_id as "personId", organisation_id as "bodyId", role, valid_from as "from", valid_to as "to"
    from post where city = ${of.city} and person_id = any(${of.people}::uuid[])
      and (valid_to is null or (valid_to > ${of.since}::date and valid_to > valid_from))
    order by valid_from, id`.execute(tx);
  return rows;
}

/** Enters the people no row of the library stands for. */
export async function enterPeople(tx: Tx, { city, id }: ImportKey): Promise<void> {
  await sql`
    insert into person (city, id, name, demo)
    select distinct on (also_id) city, also_id, value->>'name', false
    from import_row where city = ${city} and job_id = ${id} and action = 'create' and also_id is not null
    order by also_id, line`.execute(tx);
}

/** False when somebody has taken one of the numbers in this very moment. */
export async function enterPhones(tx: Tx, { city, id }: ImportKey): Promise<boolean> {
  const rows = sql`import_row where city = ${city} and job_id = ${id} and action = 'create' and also_id is not null
    and value->>'phone' is not null`;
  const wanted = await sql<{ count: number }>`select count(distinct also_id)::int as count from ${rows}`.execute(tx);
  const entered = await sql`
    insert into person_phone (city, person_id, phone)
    select distinct on (also_id) city, also_id, value->>'phone' from ${rows} order by also_id, line
    on conflict do nothing`.execute(tx);
  return Number(entered.numAffectedRows ?? 0) === wanted.rows[0]?.count;
}

/** All posts of a job at once. The database itself says no to one that is held already. */
export async function givePosts(tx: Tx, { city, id }: ImportKey, today: string): Promise<number> {
  const given = await sql`
    insert into post (city, id, person_id, organisation_id, role, valid_from, valid_to)
    select city, target_id, (value->>'personId')::uuid, (value->>'bodyId')::uuid, value->>'role',
           coalesce(value->>'from', ${today})::date, (value->>'to')::date
    from import_row where city = ${city} and job_id = ${id} and action = 'create'`.execute(tx);
  return Number(given.numAffectedRows ?? 0);
}

export interface PostRow {
  readonly id: string;
  readonly person: string;
  readonly organisation: string;
  readonly bodyId: string;
  readonly role: string;
  readonly from: string;
}

/** The posts of a job as they stand. */
export async function listGivenPosts(tx: Tx, { city, id }: ImportKey): Promise<readonly PostRow[]> {
  const { rows } = await sql<PostRow>`
    select p.id, n.name as person, o.name as organisation, p.organisation_id as "bodyId", p.role, p.valid_from as "from"
    from import_row r join post p on p.city = r.city and p.id = r.target_id
    join person n on n.city = p.city and n.id = p.person_id
    join organisation o on o.city = p.city and o.id = p.organisation_id
    where r.city = ${city} and r.job_id = ${id} and r.action = 'create' order by r.line`.execute(tx);
  return rows;
}

/**
 * Takes away the posts a job gave and the people it entered, but for those with an account, who may have acted in
 * the post, with a matter, a leave, or anything else that points at them, and posts that somebody has changed since. Answers what went and how many rows stay. System context.
 */
export async function removePosts(tx: Tx, { city, id }: ImportKey): Promise<{ gone: PostRow[]; kept: number }> {
  await sql`
    create temporary table undone on commit drop as
    select p.id, p.person_id, r.also_id from import_row r
    join post p on p.city = r.city and p.id = r.target_id
    where r.city = ${sql.lit(city)} and r.job_id = ${sql.lit(id)} and r.action = 'create'`.execute(tx);
  const total = await sql<{ count: number }>`
    select count(*)::int as count from import_row where city = ${city} and job_id = ${id} and action = 'create'`.execute(
    tx,
  );
  await sql`
    delete from undone u using import_row r, post p
    where r.city = ${city} and r.job_id = ${id} and r.target_id = u.id and p.city = r.city and p.id = u.id
      and (p.valid_to is distinct from (r.value->>'to')::date or p.role <> r.value->>'role')`.execute(tx);
  await sql`
    delete from undone where person_id in (select person_id from sign_in where city = ${city})`.execute(tx);
  for (const pointing of await listPointing(tx, { to: 'post', except: [] })) await keepPointedAt(tx, city, pointing);
  const { rows } = await sql<PostRow>`
    with gone as (delete from post where city = ${city} and id in (select id from undone) returning *)
    select gone.id, n.name as person, o.name as organisation, gone.organisation_id as "bodyId", gone.role,
      gone.valid_from as "from"
    from gone join person n on n.city = gone.city and n.id = gone.person_id
    join organisation o on o.city = gone.city and o.id = gone.organisation_id`.execute(tx);
  await removePeople(tx, city);
  return { gone: rows, kept: (total.rows[0]?.count ?? 0) - rows.length };
}

/** Of the people a job entered those nothing points at any more. */
async function removePeople(tx: Tx, city: string): Promise<void> {
  await sql`alter table undone drop column id`.execute(tx);
  await sql`alter table undone rename column also_id to id`.execute(tx);
  await sql`delete from undone where id is null`.execute(tx);
  const pointing = await listPointing(tx, { to: 'person', except: ['person_phone'] });
  for (const one of pointing) await keepPointedAt(tx, city, one);
  await sql`delete from person_phone where city = ${city} and person_id in (select id from undone)`.execute(tx);
  await sql`delete from person where city = ${city} and id in (select id from undone)`.execute(tx);
}
