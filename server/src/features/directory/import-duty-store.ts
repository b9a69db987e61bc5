import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ImportKey } from './import-store.ts';
import { keepPointedAt, listPointing } from './import-undo-store.ts';

/** The title of the matter that has each of these numbers. */
export async function listDutyNumbers(
  tx: Tx,
  city: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ number: string; title: string }>`
    select number, title from duty where city = ${city} and number = any(${numbers}::text[])`.execute(tx);
  return new Map(rows.map(({ number, title }) => [number, title]));
}

/** All matters of a job, each with its one term from its first day on. undefined when a number was taken in this very moment. */
export async function enterDuties(
  tx: Tx,
  { city, id }: ImportKey,
  { today, at }: { readonly today: string; readonly at: Date },
): Promise<number | undefined> {
  const rows = sql`import_row r where r.city = ${city} and r.job_id = ${id} and r.action = 'create'`;
  const wanted = await sql<{ count: number }>`select count(*)::int as count from ${rows}`.execute(tx);
  const entered = await sql`
    insert into duty (city, id, number, title, description, words, list, class, level, basis, valid_from, source, created_at)
    select r.city, r.target_id, r.value->>'number', r.value->>'title', r.value->>'description', ${wordsOf},
           r.value->>'list', r.value->>'class', r.value->>'level', r.value->>'basis',
           coalesce(r.value->>'from', ${today})::date,
           (select name from organisation b where b.city = r.city and b.id = (r.value->>'bodyId')::uuid), ${at}
    from ${rows}
    on conflict (city, number) do nothing`.execute(tx);
  const count = Number(entered.numAffectedRows ?? 0);
  if (count !== wanted.rows[0]?.count) return undefined;
  await sql`
    insert into duty_term (city, id, duty_id, body_id, owner_post_id, deputy_post_id, valid_from, created_at)
    select r.city, r.also_id, r.target_id, (r.value->>'bodyId')::uuid, (r.value->>'ownerPostId')::uuid,
           (r.value->>'deputyPostId')::uuid, coalesce(r.value->>'from', ${today})::date, ${at}
    from ${rows}`.execute(tx);
  return count;
}

const wordsOf = sql`
  array(select trim(word) from regexp_split_to_table(coalesce(r.value->>'words', ''), '[、,，;；]') word
        where trim(word) <> '')`;

export interface EnteredDuty {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly bodyId: string;
  readonly body: string;
  readonly owner: string;
  readonly deputy: string | null;
  readonly from: string;
}

/** The matters of a job as they stand, with who answers for them first. */
export async function listEnteredDuties(tx: Tx, { city, id }: ImportKey): Promise<readonly EnteredDuty[]> {
  const { rows } = await sql<EnteredDuty>`
    select d.id, d.number, d.title, t.body_id as "bodyId", b.name as body, o.name as owner, s.name as deputy,
           t.valid_from as "from"
    from import_row r
    join duty d on d.city = r.city and d.id = r.target_id
    join duty_term t on t.city = r.city and t.id = r.also_id
    join organisation b on b.city = t.city and b.id = t.body_id
    join post op on op.city = t.city and op.id = t.owner_post_id
    join person o on o.city = op.city and o.id = op.person_id
    left join post sp on sp.city = t.city and sp.id = t.deputy_post_id
    left join person s on s.city = sp.city and s.id = sp.person_id
    where r.city = ${city} and r.job_id = ${id} and r.action = 'create' order by r.line`.execute(tx);
  return rows;
}

/**
 * Takes away the matters a job entered, but for those that were assigned anew, moved, ended or changed since, and those something
 * points at. Answers which went and how many stay. System context.
 */
export async function removeDuties(tx: Tx, key: ImportKey): Promise<{ gone: readonly EnteredDuty[]; kept: number }> {
  const { city, id } = key;
  const entered = await listEnteredDuties(tx, key);
  await sql`
    create temporary table undone on commit drop as
    select d.id from import_row r join duty d on d.city = r.city and d.id = r.target_id
    where r.city = ${sql.lit(city)} and r.job_id = ${sql.lit(id)} and r.action = 'create' and d.valid_to is null
      and (d.title, d.number, d.list, d.class, d.level)
        = (r.value->>'title', r.value->>'number', r.value->>'list', r.value->>'class', r.value->>'level')
      and d.description is not distinct from r.value->>'description' and d.basis is not distinct from r.value->>'basis'
      and d.words = ${wordsOf}
      and not exists (
        select 1 from duty_term t where t.city = d.city and t.duty_id = d.id
          and (t.id <> r.also_id or t.valid_to is not null or t.owner_post_id <> (r.value->>'ownerPostId')::uuid))`.execute(
    tx,
  );
  for (const one of await listPointing(tx, { to: 'duty', except: ['duty_term'] })) await keepPointedAt(tx, city, one);
  await sql`delete from duty_term where city = ${city} and duty_id in (select id from undone)`.execute(tx);
  const gone = await sql<{ id: string }>`
    delete from duty where city = ${city} and id in (select id from undone) returning id`.execute(tx);
  const ids = new Set(gone.rows.map((row) => row.id));
  const total = await sql<{ count: number }>`
    select count(*)::int as count from import_row where city = ${city} and job_id = ${id} and action = 'create'`.execute(
    tx,
  );
  return { gone: entered.filter((duty) => ids.has(duty.id)), kept: (total.rows[0]?.count ?? 0) - ids.size };
}
