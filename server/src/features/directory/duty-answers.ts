import type { DutyClass, DutyLevel, DutyList } from '@zhitong/domain/directory/duty';
import { canAnswer, deskOf, whoAnswers } from '@zhitong/domain/directory/duty-answering';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { findDuty } from './duty-rows.ts';
import { listBodyLeaves, listBodyPosts } from './duty-state.ts';

/** A body, and the one person in it who answers today; null: nobody there holds a post that could. */
export interface AnsweringBody {
  readonly body: { readonly id: string; readonly name: string; readonly kind: OrganisationKind };
  readonly post: { readonly id: string; readonly personId: string; readonly personName: string } | null;
}

export interface AnsweredMatter extends AnsweringBody {
  readonly duty: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly list: DutyList;
    readonly class: DutyClass;
    readonly level: DutyLevel;
  };
}

/** Who answers for a matter of the duty table on a day, covers and deputies counted. Undefined: it is not in force then. */
export async function findAnsweringFor(
  tx: Tx,
  { city, dutyId, day }: { city: string; dutyId: string; day: string },
): Promise<AnsweredMatter | undefined> {
  const row = await findDuty(tx, { city, id: dutyId, asOf: day });
  if (!row) return undefined;
  const desk = deskOf(await deskRows(tx, { city, bodyId: row.body_id, day }));
  const term = {
    ...{ id: row.term_id, dutyId: row.id, bodyId: row.body_id, from: row.term_from, to: row.term_to },
    ...{ ownerPostId: row.owner_post_id, deputyPostId: row.deputy_post_id },
  };
  const post = whoAnswers(term, day, desk)?.post ?? null;
  return {
    body: { id: row.body_id, name: row.body_name, kind: row.body_kind },
    post: post && { id: post.id, personId: post.personId, personName: post.personName },
    duty: { id: row.id, number: row.number, title: row.title, list: row.list, class: row.class, level: row.level },
  };
}

/** Handlers first, then whoever manages; an office that has neither is still answered for by whoever has a post in it. */
const order = ['handler', 'manager', 'operator', 'chief-office', 'investment-officer', 'emergency-desk', 'member'];

/** Who answers in a body for what stands in no duty table: its first handler who is there. Undefined: there is no such body. */
export async function findAnsweringIn(
  tx: Tx,
  { city, bodyId, day }: { city: string; bodyId: string; day: string },
): Promise<AnsweringBody | undefined> {
  const body = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('city', '=', city)
    .where('id', '=', bodyId)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  if (!body) return undefined;
  const { posts, leaves } = await deskRows(tx, { city, bodyId, day });
  const desk = deskOf({ posts, leaves });
  const there = posts.filter((post) => canAnswer(post, day));
  const present = there.filter(({ id }) => desk.leaveOn(id, day) === undefined);
  const [post] = (present.length > 0 ? present : there).toSorted(
    (a, b) => order.indexOf(a.role) - order.indexOf(b.role),
  );
  return {
    body: { ...body, kind: wordColumn<OrganisationKind>(body.kind) },
    post: post ? { id: post.id, personId: post.personId, personName: post.personName } : null,
  };
}

/** The bureau that operates the platform in a city: where the operator who holds that post longest is. */
export async function findBureau(
  tx: Tx,
  { city, day }: { city: string; day: string },
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from post p join organisation o on o.city = p.city and o.id = p.organisation_id
    where p.city = ${city} and p.role = 'operator' and o.kind = 'department' and p.valid_from <= ${day}::date
      and (p.valid_to is null or p.valid_to > ${day}::date)
    order by p.valid_from, p.id limit 1`.execute(tx);
  return rows[0];
}

/** The body that answers for most matters of a list, as long as it is no bank: where requests of that list go that name no matter. */
export async function findDesk(
  tx: Tx,
  { city, list, day }: { city: string; list: DutyList; day: string },
): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select t.body_id as id from duty d
    join duty_term t on t.city = d.city and t.duty_id = d.id
    join organisation o on o.city = t.city and o.id = t.body_id
    where d.city = ${city} and d.list = ${list} and o.kind <> 'bank' and o.merged_into is null
      and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to > ${day}::date)
      and t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to > ${day}::date)
    group by t.body_id order by count(*) desc, min(d.number), t.body_id limit 1`.execute(tx);
  return rows[0];
}

/** Whether a body answers for any matter of a list on a day. */
export async function hasMatter(
  tx: Tx,
  { city, bodyId, list, day }: { city: string; bodyId: string; list: DutyList; day: string },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from duty d join duty_term t on t.city = d.city and t.duty_id = d.id
      where d.city = ${city} and d.list = ${list} and t.body_id = ${bodyId}::uuid
        and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to > ${day}::date)
        and t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to > ${day}::date)) as found`.execute(tx);
  return rows[0]?.found ?? false;
}

async function deskRows(tx: Tx, { city, bodyId, day }: { city: string; bodyId: string; day: string }) {
  const of = { city, bodyIds: [bodyId], since: day };
  return { posts: await listBodyPosts(tx, of), leaves: await listBodyLeaves(tx, of) };
}
