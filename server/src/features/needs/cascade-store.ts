import type { CascadeTimer, CascadeTimerKind } from '@zhitong/domain/needs/cascade-plan';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { Cascade } from './cascade-reading.ts';

interface Of {
  readonly city: string;
  readonly needId: string;
}

export async function insertCascade(tx: Tx, cascade: Cascade & { readonly demo: boolean }): Promise<void> {
  const { city, needId, askerId, ring, ringSince, joined, urgent, endedAt, demo } = cascade;
  await tx
    .insertInto('cascade')
    .values({
      ...{ city, need_id: needId, asker_id: askerId, ring, ring_since: ringSince, urgent, ended_at: endedAt, demo },
      joined: JSON.stringify(joined),
    })
    .execute();
}

export async function updateCascade(
  tx: Tx,
  { city, needId, ring, ringSince, joined, held, endedAt }: Cascade,
): Promise<void> {
  await tx
    .updateTable('cascade')
    .set({
      ...{ ring, ring_since: ringSince, joined: JSON.stringify(joined), ended_at: endedAt, held_at: held?.at ?? null },
      ...{ held_code: held?.code ?? null, held_by_name: held?.by ?? null },
    })
    .where('city', '=', city)
    .where('need_id', '=', needId)
    .execute();
}

/** What falls due from now on. What has fired stays fired; what no longer falls due is dropped and marked so: a row is marked once. */
export async function planCascadeTimers(
  tx: Tx,
  { city, needId }: Of,
  { timers, now }: { timers: readonly CascadeTimer[]; now: Date },
): Promise<void> {
  const dues = JSON.stringify(timers.map(({ kind, dueAt }) => ({ kind, due: dueAt })));
  await sql`
    with planned as (select kind, due from jsonb_to_recordset(${dues}::jsonb) as t(kind text, due timestamptz)),
    passed as (
      update cascade_timer set dropped_at = ${now}
      where city = ${city} and need_id = ${needId} and fired_at is null and dropped_at is null
        and kind not in (select kind from planned))
    insert into cascade_timer (city, need_id, kind, due_at)
    select ${city}, ${needId}, kind, due from planned
    on conflict (city, need_id, kind) do update set due_at = excluded.due_at
      where cascade_timer.fired_at is null and cascade_timer.dropped_at is null`.execute(tx);
}

/** What fell due and is done now, in the transaction that writes what follows from it. */
export async function markCascadeTimer(
  tx: Tx,
  { city, needId }: Of,
  { kind, at }: { kind: CascadeTimerKind; at: Date },
): Promise<void> {
  await tx
    .updateTable('cascade_timer')
    .set({ fired_at: at })
    .where('city', '=', city)
    .where('need_id', '=', needId)
    .where('kind', '=', kind)
    .where('fired_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('due_at', '<=', at)
    .execute();
}

/** A quote of a need that was neither declined nor turned down: while there is one, no further ring is asked. */
const liveQuote = sql`exists (
  select 1 from response r where r.city = n.city and r.need_id = n.id and r.declined is null
    and not exists (select 1 from rejection x where x.city = r.city and x.match_id = r.match_id))`;

/**
 * The need whose timer is longest due, locked with its timer until the transaction ends. What another node or somebody who acts right now
 * holds is left for the next look. A held cascade waits, and so does one with a quote to decide on; an expired need waits for nobody.
 */
export async function lockDueCascade(
  tx: Tx,
  { city, now, today, except }: { city: string; now: Date; today: string; except: readonly string[] },
): Promise<string | undefined> {
  const { rows } = await sql<{ needId: string }>`
    select t.need_id as "needId"
    from cascade_timer t join cascade c on c.city = t.city and c.need_id = t.need_id
    join need n on n.city = t.city and n.id = t.need_id
    where t.city = ${city} and t.fired_at is null and t.dropped_at is null and t.due_at <= ${now} and c.ended_at is null
      and not (t.need_id = any(${`{${except.join(',')}}`}::uuid[]))
      and (n.deadline < ${today}::date or (c.held_at is null and not ${liveQuote}))
    order by t.due_at, t.need_id limit 1 for no key update of t, n skip locked`.execute(tx);
  return rows[0]?.needId;
}

/** Open sourcing needs of a city without a cascade that were not kept back, oldest first. */
export async function listWithoutCascade(
  tx: Tx,
  { city, today }: { city: string; today: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from need n
    where n.city = ${city} and n.kind = 'sourcing' and n.state = 'open' and (n.deadline is null or n.deadline >= ${today}::date)
      and not exists (select 1 from cascade c where c.city = n.city and c.need_id = n.id)
      and not exists (select 1 from kept_need k where k.city = n.city and k.need_id = n.id)
    order by n.published_at, n.id limit 10000`.execute(tx);
  return rows.map(({ id }) => id);
}
