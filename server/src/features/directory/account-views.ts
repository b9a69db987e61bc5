import type { Account, AccountState, FactorState, listAccountless } from '@zhitong/contract/directory/account-contract';
import { type PostRole, postRoles } from '@zhitong/domain/directory/organisation';
import { rolesWithFactor } from '@zhitong/domain/directory/session-step';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '#platform/database';
import { containsPattern } from '#platform/search-text';

export interface AccountFilter {
  readonly city: string;
  /** today in the city: posts held on this day count */
  readonly on: string;
  readonly now: Date;
  /** sessions used since then are open */
  readonly idleSince: Date;
  readonly viewerId: string;
  readonly id?: string;
  readonly q?: string;
  readonly state?: AccountState | undefined;
  readonly factor?: FactorState | undefined;
  readonly offset?: number;
  readonly limit?: number;
}

interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly posts: readonly { id: string; organisation_id: string; organisation_name: string; role: string }[];
  readonly state: AccountState;
  readonly factor: FactorState;
  readonly waits_until: Date | null;
  readonly sessions: number;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly total: number;
}

/** Accounts of the city by user name, and how many there are in all. */
export async function viewAccounts(tx: Tx, filter: AccountFilter): Promise<{ total: number; accounts: Account[] }> {
  const { rows } = await sql<AccountRow>`
    with held as (${heldPosts(filter)}), known as (
      select s.user_id as id, u.username, p.id as person_id, p.name as person_name,
        normalize(concat_ws(' ', u.username, p.name, held.names), NFKC) as words,
        coalesce(held.posts, '[]') as posts, s.created_at, s.last_used_at,
        case when s.locked_at is not null then 'locked' when s.last_used_at is null then 'never-used' else 'active' end as state,
        case when f.confirmed_at is not null then 'on' when held.needs_factor then 'missing' else 'off' end as factor,
        (select a.locked_until from auth.sign_in_attempt a
          where a.name_hash = encode(sha256(convert_to('account:' || u.username, 'UTF8')), 'hex')
            and a.locked_until > ${filter.now}) as waits_until,
        (select count(*)::int from auth."session" o where o."userId" = s.user_id and o."lastUsedAt" > ${filter.idleSince}) as sessions
      from sign_in s
        join auth."user" u on u.id = s.user_id
        join person p on p.city = s.city and p.id = s.person_id
        left join held on held.person_id = s.person_id
        left join auth.second_factor f on f.user_id = s.user_id
      where s.city = ${filter.city})
    select known.*, count(*) over ()::int as total from known
    where ${conditions(filter)}
    order by username limit ${filter.limit ?? 1} offset ${filter.offset ?? 0}`.execute(tx);
  return { total: rows[0]?.total ?? 0, accounts: rows.map((row) => toAccount(row, filter.viewerId)) };
}

type Accountless = z.infer<typeof listAccountless.reply>['people'];

/** People with a post of today who cannot sign in yet. */
export async function viewAccountless(
  tx: Tx,
  filter: { readonly city: string; readonly on: string; readonly q: string; readonly limit: number },
): Promise<Accountless> {
  const { rows } = await sql<Pick<AccountRow, 'person_id' | 'person_name' | 'posts'>>`
    with held as (${heldPosts(filter)})
    select p.id as person_id, p.name as person_name, held.posts
    from person p join held on held.person_id = p.id
    where p.city = ${filter.city} and normalize(p.name || ' ' || held.names, NFKC) ilike ${containsPattern(filter.q)}
      and not exists (select 1 from sign_in s where s.city = p.city and s.person_id = p.id)
    order by p.name, p.id limit ${filter.limit}`.execute(tx);
  return rows.map((row) => ({ id: row.person_id, name: row.person_name, posts: toPosts(row.posts) }));
}

/** The posts each person holds on a day, as one list, and whether one of them requires the second factor. */
function heldPosts({ city, on }: { readonly city: string; readonly on: string }): RawBuilder<unknown> {
  return sql`
    select post.person_id, string_agg(o.name, ' ') as names, bool_or(post.role = any(${[...rolesWithFactor]})) as needs_factor,
      jsonb_agg(jsonb_build_object('id', post.id, 'organisation_id', o.id, 'organisation_name', o.name, 'role', post.role)
                order by post.valid_from, post.id) as posts
    from post join organisation o on o.city = post.city and o.id = post.organisation_id
    where post.city = ${city} and post.valid_from <= ${on} and (post.valid_to is null or post.valid_to > ${on})
    group by post.person_id`;
}

function conditions({ id, q = '', state, factor }: AccountFilter): RawBuilder<unknown> {
  const all = [
    sql`words ilike ${containsPattern(q)}`,
    ...(id === undefined ? [] : [sql`id = ${id}`]),
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(factor === undefined ? [] : [sql`factor = ${factor}`]),
  ];
  return sql.join(all, sql` and `);
}

function toAccount(row: AccountRow, viewerId: string): Account {
  return {
    ...{ id: row.id, username: row.username, person: { id: row.person_id, name: row.person_name } },
    ...{ posts: toPosts(row.posts), state: row.state, factor: row.factor, sessions: row.sessions },
    waitsUntil: row.waits_until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    own: row.id === viewerId,
  };
}

function toPosts(posts: AccountRow['posts']) {
  return posts.flatMap(({ id, organisation_id, organisation_name, role }) => {
    const known = postRoles.find((name): name is PostRole => name === role);
    return known ? [{ id, organisation: { id: organisation_id, name: organisation_name }, role: known }] : [];
  });
}
