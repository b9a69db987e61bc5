import type { Span } from '@zhitong/domain/directory/duty-span';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import type { RoleSpan } from '@zhitong/domain/directory/post-apart';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

/** The posts of a person that reach a day or a later one, besides those that end in the same change. */
export async function listRoleSpans(
  tx: Tx,
  of: { city: string; personId: string; since: string; besides?: readonly string[] | undefined },
): Promise<readonly RoleSpan[]> {
  const { rows } = await sql<Span & { role: string }>`
    select role, valid_from as "from", valid_to as "to" from post
    where city = ${of.city} and person_id = ${of.personId} and id <> all(${[...(of.besides ?? [])]}::uuid[])
      and (valid_to is null or (valid_to > ${of.since}::date and valid_to > valid_from))
    order by valid_from, id limit 200`.execute(tx);
  return rows.map((row) => ({ ...row, role: wordColumn<PostRole>(row.role) }));
}

/** The same of many people. System context. */
export async function listRoleSpansOf(
  tx: Tx,
  of: { city: string; people: readonly string[]; since: string },
): Promise<ReadonlyMap<string, readonly RoleSpan[]>> {
  const { rows } = await sql<Span & { role: string; person: string }>`
    select person_id as person, role, valid_from as "from", valid_to as "to" from post
    where city = ${of.city} and person_id = any(${[...of.people]}::uuid[])
      and (valid_to is null or (valid_to > ${of.since}::date and valid_to > valid_from))
    order by person_id, valid_from, id`.execute(tx);
  const spans = rows.map((row) => ({ ...row, role: wordColumn<PostRole>(row.role) }));
  return Map.groupBy(spans, ({ person }) => person);
}

/** Nobody else ends, changes or locks a security administrator of the city until the transaction ends. System context. */
export async function lockSecurityAdministrators(tx: Tx, city: string): Promise<void> {
  await sql`
    select id from post where city = ${city} and role = 'security-administrator' order by id for update`.execute(tx);
}

/**
 * The days on which somebody besides this person is security administrator and could act: with an account that is not closed
 * and was signed in with. Read after the lock, so that of two changes at once the second sees the first. System context.
 */
export async function listUsableSecurityAdministrators(
  tx: Tx,
  of: { city: string; besides: string; since: string },
): Promise<readonly Span[]> {
  const { rows } = await sql<Span>`
    select p.valid_from as "from", p.valid_to as "to" from post p
    join sign_in s on s.city = p.city and s.person_id = p.person_id
    where p.city = ${of.city} and p.role = 'security-administrator' and p.person_id <> ${of.besides}
      and s.locked_at is null and s.last_used_at is not null
      and (p.valid_to is null or (p.valid_to > ${of.since}::date and p.valid_to > p.valid_from))
    order by p.valid_from, p.id limit 200`.execute(tx);
  return rows;
}

/** Posts of a person as security administrator that reach a day or a later one. System context. */
export async function listSecurityPosts(
  tx: Tx,
  of: { city: string; personId: string; since: string },
): Promise<readonly (Span & { readonly id: string })[]> {
  const { rows } = await sql<Span & { id: string }>`
    select id, valid_from as "from", valid_to as "to" from post
    where city = ${of.city} and person_id = ${of.personId} and role = 'security-administrator'
      and (valid_to is null or (valid_to > ${of.since}::date and valid_to > valid_from))
    order by valid_from, id limit 200`.execute(tx);
  return rows;
}
