import type { DutyClass, DutyLevel, DutyList } from '@zhitong/domain/directory/duty';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { containsPattern, searchText } from '#platform/search-text';

/** A matter joined with its term of a day and the names in it. */
export interface StoredDuty {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string | null;
  readonly words: string[];
  readonly list: DutyList;
  readonly class: DutyClass;
  readonly level: DutyLevel;
  readonly basis: string | null;
  readonly source: string;
  readonly demo: boolean;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly term_id: string;
  readonly term_from: string;
  readonly term_to: string | null;
  readonly body_id: string;
  readonly body_name: string;
  readonly body_kind: OrganisationKind;
  readonly owner_post_id: string;
  readonly owner_name: string;
  readonly deputy_post_id: string | null;
  readonly deputy_name: string | null;
}

export interface DutyFilter {
  readonly city: string;
  readonly asOf: string;
  readonly q: string;
  readonly body?: string | undefined;
  readonly list?: string | undefined;
  readonly class?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Joined once here: matter, its term of the day, the body, and the people behind owner and deputy. */
const joined = (city: string, asOf: string) => sql`
  duty d
  join duty_term t on t.city = d.city and t.duty_id = d.id
    and t.valid_from <= ${asOf}::date and (t.valid_to is null or t.valid_to > ${asOf}::date)
  join organisation b on b.city = t.city and b.id = t.body_id
  join post op on op.city = t.city and op.id = t.owner_post_id
  join person o on o.city = op.city and o.id = op.person_id
  left join post sp on sp.city = t.city and sp.id = t.deputy_post_id
  left join person s on s.city = sp.city and s.id = sp.person_id
  where d.city = ${city} and d.valid_from <= ${asOf}::date and (d.valid_to is null or d.valid_to > ${asOf}::date)`;

const columns = sql`
  d.id, d.number, d.title, d.description, d.words, d.list, d.class, d.level, d.basis, d.source, d.demo, d.valid_from,
  d.valid_to, t.id as term_id, t.valid_from as term_from, t.valid_to as term_to, t.body_id, b.name as body_name, b.kind as body_kind,
  t.owner_post_id, o.name as owner_name, t.deputy_post_id, s.name as deputy_name`;

/** Numbers as people count: 9 before 10, and what has no number last. */
const inOrder = sql`order by nullif(regexp_replace(d.number, '\\D', '', 'g'), '')::numeric nulls last, d.number, d.id`;

export async function listDutyRows(tx: Tx, filter: DutyFilter): Promise<readonly StoredDuty[]> {
  const { rows } = await sql<StoredDuty>`
    select ${columns} from ${joined(filter.city, filter.asOf)} ${filtered(filter)} ${inOrder}
    limit ${filter.limit} offset ${filter.offset}`.execute(tx);
  return rows;
}

export async function countDuties(tx: Tx, filter: DutyFilter): Promise<{ total: number; withoutDeputy: number }> {
  const { rows } = await sql<{ total: number; withoutDeputy: number }>`
    select count(*)::int as total, count(*) filter (where t.deputy_post_id is null)::int as "withoutDeputy"
    from ${joined(filter.city, filter.asOf)} ${filtered(filter)}`.execute(tx);
  return rows[0] ?? { total: 0, withoutDeputy: 0 };
}

export async function findDuty(
  tx: Tx,
  of: { city: string; id: string; asOf: string },
): Promise<StoredDuty | undefined> {
  const { rows } = await sql<StoredDuty>`
    select ${columns} from ${joined(of.city, of.asOf)} and d.id = ${of.id}`.execute(tx);
  return rows[0];
}

/** Every matter of a body on a day: whose of them is the reader's is for the domain to say. */
export async function listDutiesOfPerson(
  tx: Tx,
  of: { city: string; bodyId: string; asOf: string },
): Promise<readonly StoredDuty[]> {
  const { rows } = await sql<StoredDuty>`
    select ${columns} from ${joined(of.city, of.asOf)} and t.body_id = ${of.bodyId} ${inOrder} limit 2000`.execute(tx);
  return rows;
}

export interface StoredHistory {
  readonly body: { id: string; name: string };
  readonly owner: string;
  readonly deputy: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** Everybody who answered and will answer, the latest first. */
export async function listDutyHistory(tx: Tx, { city, id }: { city: string; id: string }): Promise<StoredHistory[]> {
  const { rows } = await sql<StoredHistory>`
    select jsonb_build_object('id', b.id, 'name', b.name) as body, o.name as owner, s.name as deputy,
           t.valid_from as "from", t.valid_to as "to"
    from duty_term t
    join organisation b on b.city = t.city and b.id = t.body_id
    join post op on op.city = t.city and op.id = t.owner_post_id
    join person o on o.city = op.city and o.id = op.person_id
    left join post sp on sp.city = t.city and sp.id = t.deputy_post_id
    left join person s on s.city = sp.city and s.id = sp.person_id
    where t.city = ${city} and t.duty_id = ${id} and (t.valid_to is null or t.valid_to > t.valid_from)
    order by t.valid_from desc limit 500`.execute(tx);
  return rows;
}

function filtered(filter: DutyFilter): RawBuilder<unknown> {
  const conditions = [
    filter.body === undefined ? undefined : sql`and t.body_id = ${filter.body}`,
    filter.list === undefined ? undefined : sql`and d.list = ${filter.list}`,
    filter.class === undefined ? undefined : sql`and d.class = ${filter.class}`,
    searchText(filter.q) === '' ? undefined : wordsLike(filter.q),
  ].filter((condition) => condition !== undefined);
  return conditions.length === 0 ? sql`` : sql.join(conditions, sql` `);
}

function wordsLike(q: string): RawBuilder<unknown> {
  const pattern = containsPattern(q);
  return sql`and (d.number = ${searchText(q)} or d.title ilike ${pattern} or d.description ilike ${pattern}
    or array_to_string(d.words, ' ') ilike ${pattern} or b.name ilike ${pattern} or b.short_name ilike ${pattern}
    or o.name = ${searchText(q)})`;
}
