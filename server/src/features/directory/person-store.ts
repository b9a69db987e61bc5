import { sql } from 'kysely';
import { asSystem, enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

interface In<Key extends string> {
  readonly city: string;
  readonly key: Key;
}

export async function findPersonById(tx: Tx, { city, key }: In<string>): Promise<KnownPerson | undefined> {
  return tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', '=', key)
    .executeTakeFirst();
}

/** Whether the person holds or held a post in the organisation. */
export async function isColleague(
  tx: Tx,
  { city, organisationId }: { readonly city: string; readonly organisationId: string },
  personId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('post')
    .select('id')
    .where('city', '=', city)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Somebody who holds a post in the organisation on a day. */
export async function findColleague(
  tx: Tx,
  of: { city: string; organisationId: string; personId: string; day: string },
): Promise<KnownPerson | undefined> {
  const { rows } = await sql<KnownPerson>`
    select n.id, n.name from person n join post p on p.city = n.city and p.person_id = n.id
    where n.city = ${of.city} and n.id = ${of.personId} and p.organisation_id = ${of.organisationId}
      and p.valid_from <= ${of.day}::date and (p.valid_to is null or p.valid_to > ${of.day}::date)
    limit 1`.execute(tx);
  return rows[0];
}

/** System context: whoever enters a colleague learns whose number it is only by entering the right name. */
export async function findPersonByPhone(tx: Tx, { city, key }: In<string>): Promise<KnownPerson | undefined> {
  return tx
    .selectFrom('person_phone')
    .innerJoin('person', (join) =>
      join.onRef('person.city', '=', 'person_phone.city').onRef('person.id', '=', 'person_phone.person_id'),
    )
    .select(['person.id', 'person.name'])
    .where('person_phone.city', '=', city)
    .where('person_phone.phone', '=', key)
    .executeTakeFirst();
}

/** Somebody of this name with a post in the organisation on or after a day. */
export async function findNamesake(
  tx: Tx,
  of: { city: string; organisationId: string; name: string; since: string },
): Promise<KnownPerson | undefined> {
  const { rows } = await sql<KnownPerson>`
    select n.id, n.name from person n join post p on p.city = n.city and p.person_id = n.id
    where n.city = ${of.city} and n.name = ${of.name} and p.organisation_id = ${of.organisationId}
      and (p.valid_to is null or p.valid_to > ${of.since}::date)
    order by n.id limit 1`.execute(tx);
  return rows[0];
}

/** What this person does now and what it does at the same moment elsewhere follow one another. */
export async function holdPerson(tx: Tx, personId: string): Promise<void> {
  const context = enteredContext(tx);
  await asSystem(tx, context, () =>
    sql`select id from person where city = ${context.city} and id = ${personId} for no key update`.execute(tx),
  );
}

/** Everybody else of this name in the whole city. */
export async function countNamesakes(tx: Tx, of: KnownPerson & { city: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from person where city = ${of.city} and name = ${of.name} and id <> ${of.id}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

export async function hasPhone(tx: Tx, { city, key }: In<string>): Promise<boolean> {
  const row = await tx
    .selectFrom('person_phone')
    .select('person_id')
    .where('city', '=', city)
    .where('person_id', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertPerson(tx: Tx, person: KnownPerson & { city: string; demo: boolean }): Promise<void> {
  await tx.insertInto('person').values(person).execute();
}

/** False when the number is somebody else's by now. */
export async function insertPhone(
  tx: Tx,
  { city, id, phone }: { city: string; id: string; phone: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into person_phone (city, person_id, phone) values (${city}, ${id}, ${phone})
    on conflict do nothing returning person_id`.execute(tx);
  return rows.length > 0;
}
