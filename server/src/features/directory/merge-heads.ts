import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

interface Key {
  readonly city: string;
  readonly id: string;
}

interface Head {
  readonly id: string;
  readonly name: string;
}

/** The record that stands for this one now: itself, unless it was merged away. Undefined: there is no such organisation. */
export async function findHead(tx: Tx, { city, id }: Key): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    with recursive up (id, name, next) as (
      select id, name, merged_into from organisation where city = ${city} and id = ${id}
      union select o.id, o.name, o.merged_into from organisation o join up on o.id = up.next where o.city = ${city})
    select id, name from up where next is null`.execute(tx);
  return rows[0];
}

/** Of these records the ones that were merged away, each with the record that stands for it now. */
export async function listHeads(tx: Tx, city: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ from: string; id: string }>`
    with recursive up ("from", id, next) as (
      select id, id, merged_into from organisation
        where city = ${city} and id = any(${[...new Set(ids)]}::uuid[]) and merged_into is not null
      union select up."from", o.id, o.merged_into from organisation o join up on o.id = up.next where o.city = ${city})
    select "from", id from up where next is null`.execute(tx);
  return new Map(rows.map((row) => [row.from, row.id]));
}

/** New business is done under the record that stands for both; what was begun under the old one is finished there. */
export async function refuseMergedAway(tx: Tx, { city, id, name }: Key & { readonly name: string }): Promise<void> {
  const head = await findHead(tx, { city, id });
  if (head && head.id !== id) throw new Refusal('merges.stands-now', { name, into: head.name });
}

/** These records and all that were merged into them, one after another. */
export async function listStandingFor(tx: Tx, city: string, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive down (id) as (
      select id from organisation where city = ${city} and id = any(${[...ids]}::uuid[])
      union select o.id from organisation o join down on o.merged_into = down.id where o.city = ${city})
    select id from down order by id`.execute(tx);
  return rows.map((row) => row.id);
}

/** Every record that is one organisation with this one, itself among them. */
export async function listRecordsOf(tx: Tx, key: Key): Promise<readonly string[]> {
  const head = await findHead(tx, key);
  return head ? listStandingFor(tx, key.city, [head.id]) : [key.id];
}

/** Two records of one organisation, whichever was merged into which. */
export async function isOneOrganisation(
  tx: Tx,
  city: string,
  [one, other]: readonly [string, string],
): Promise<boolean> {
  if (one === other) return true;
  const head = await findHead(tx, { city, id: one });
  return head !== undefined && head.id === (await findHead(tx, { city, id: other }))?.id;
}
