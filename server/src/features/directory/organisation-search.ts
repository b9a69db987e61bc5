import { type NameSearch, nameSearchOf } from '@zhitong/domain/directory/organisation-name-parts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { containsPattern, searchText } from '#platform/search-text';

type Condition = RawBuilder<unknown>;

/** How words typed are looked up. `words` narrows rows of `organisation o`. */
export type SearchPlan =
  | { readonly kind: 'all' }
  | { readonly kind: 'few'; readonly words: Condition }
  | ({ readonly kind: 'common'; readonly words: Condition } & NamesInOrder);

/** The organisations of a word that very many names have, as an index gives them: sorted already, so that a page stops early. */
export interface NamesInOrder {
  /** a query of `name, id` */
  readonly inOrder: Condition;
  /** what each row of `organisation o` found so must fulfil besides; undefined: nothing, the index alone answers */
  readonly checked: Condition | undefined;
  /** the rows of `organisation o` that the index does not know yet; undefined: it knows all */
  readonly unindexed: Condition | undefined;
}

/** Up to so many rows are sorted; above it the names are read in their order instead. */
const fewAtMost = 1_500;

/**
 * Rare words are looked up and then sorted, common ones read in the order of the names: either is quick where the other is slow, so
 * the rows of the word are counted first, no further than it takes to decide.
 */
export async function planSearch(tx: Tx, city: string, q: string): Promise<SearchPlan> {
  const search = nameSearchOf(q);
  if (search.kind === 'all') return search;
  const named = nameHas(q);
  if (search.kind === 'common') {
    const inOrder = sql`(select w.name, w.id from organisation w where w.city = ${city})`;
    return { kind: 'common', words: named, inOrder, checked: named, unindexed: undefined };
  }
  const ids = await findFew(tx, { city, search, q });
  if (ids !== undefined) return { kind: 'few', words: sql`o.id = any(${ids}::uuid[])` };
  // a limit keeps the planner from collecting every row of a common word first: each is looked up
  const hit = sql`(select true from organisation_name_part p
    where p.city = o.city and p.organisation_id = o.id and ${inRange(search)} limit 1)`;
  const unindexed = sql`o.parts_of is null and ${named}`;
  return {
    ...{ kind: 'common', words: sql`((o.parts_of is not null and ${hit}) or (${unindexed}))` },
    inOrder: sql`(select p.name, p.organisation_id as id from organisation_name_part p
      where p.city = ${city} and ${beginning(search)}
      and (p.organisation_id in (select o.id from organisation o where o.city = ${city} and o.parts_of is null)) is false)`,
    ...{ checked: undefined, unindexed },
  };
}

/** `undefined`: more than can be sorted quickly. */
async function findFew(tx: Tx, { city, search, q }: { city: string; search: PartSearch; q: string }) {
  const typed = searchText(q);
  // organisations that a bulk writer has just brought have no parts yet; a code is found whole
  const { rows } = await sql<{ id: string }>`
    (select p.organisation_id as id from organisation_name_part p where p.city = ${city} and ${inRange(search)}
      limit ${fewAtMost + 1})
    union all (select o.id from organisation o where o.city = ${city} and o.parts_of is null and ${nameHas(q)}
      limit ${fewAtMost + 1})
    union all select o.id from organisation o where o.city = ${city} and o.credit_code = ${typed.toUpperCase()}
    union all select o.id from organisation o where o.city = ${city} and o.external_code = ${typed}`.execute(tx);
  return rows.length > fewAtMost ? undefined : [...new Set(rows.map(({ id }) => id))];
}

type PartSearch = Extract<NameSearch, { kind: 'part' }>;

function inRange({ from, to }: PartSearch): Condition {
  return sql`p.part >= ${from} collate "C" and p.part < ${to} collate "C"`;
}

/** The first letters by equality, so that the index gives the names behind them in their order; the others on each row. */
function beginning(search: PartSearch): Condition {
  const letters = [...search.text];
  if (letters.length === 1) return sql`p.head1 = ${search.text} collate "C"`;
  const head = sql`p.head2 = ${letters.slice(0, 2).join('')} collate "C"`;
  // written so that only the index of the first letters serves it: the index of the parts knows no order of names
  return letters.length === 2 ? head : sql`${head} and (${inRange(search)}) is true`;
}

/** Of rows of `organisation o`. */
function nameHas(q: string): Condition {
  const pattern = containsPattern(q);
  return sql`(o.name ilike ${pattern} or o.short_name ilike ${pattern})`;
}
