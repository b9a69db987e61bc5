import { nameSearchOf } from '@zhitong/domain/directory/organisation-name-parts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { containsPattern, searchText } from '#platform/search-text';

/** How words typed are looked up: `words` narrows rows of `organisation o`. */
export type SearchPlan =
  | { readonly kind: 'all' }
  | { readonly kind: 'few'; readonly words: RawBuilder<unknown> }
  | { readonly kind: 'common'; readonly words: RawBuilder<unknown> };

/** Up to so many rows are sorted; above it the names are walked in their order instead. */
const fewAtMost = 1_500;

/**
 * Rare words are looked up and then sorted, common ones walked in the order of the names: either is quick where the other is slow,
 * so the rows of the word are counted first, no further than it takes to decide.
 */
export async function planSearch(tx: Tx, city: string, q: string): Promise<SearchPlan> {
  const search = nameSearchOf(q);
  if (search.kind === 'all') return search;
  const pattern = containsPattern(q);
  const named = sql`(o.name ilike ${pattern} or o.short_name ilike ${pattern})`;
  if (search.kind === 'common') return { kind: 'common', words: sql`and ${named}` };
  const range = sql`p.part >= ${search.from} collate "C" and p.part < ${search.to} collate "C"`;
  const typed = searchText(q);
  // organisations that a bulk writer has just brought have no parts yet; a code is found whole
  const { rows } = await sql<{ id: string }>`
    (select p.organisation_id as id from organisation_name_part p where p.city = ${city} and ${range} limit ${fewAtMost + 1})
    union all (select o.id from organisation o where o.city = ${city} and o.parts_of is null and ${named} limit ${fewAtMost + 1})
    union all select o.id from organisation o where o.city = ${city} and o.credit_code = ${typed.toUpperCase()}
    union all select o.id from organisation o where o.city = ${city} and o.external_code = ${typed}`.execute(tx);
  if (rows.length <= fewAtMost) {
    const ids = [...new Set(rows.map(({ id }) => id))];
    return { kind: 'few', words: sql`and o.id = any(${ids}::uuid[])` };
  }
  // a limit keeps the planner from collecting every row of a common word first: the names are walked, each looked up
  const hit = sql`(select true from organisation_name_part p
    where p.city = o.city and p.organisation_id = o.id and ${range} limit 1)`;
  return { kind: 'common', words: sql`and (${hit} or (o.parts_of is null and ${named}))` };
}
