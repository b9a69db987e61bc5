import type { NeedClassing } from '@zhitong/domain/needs/need-class';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { Ruling } from './kept-reading.ts';
import type { NeedAt } from './need-store.ts';

export async function insertKept(
  tx: Tx,
  { city, id }: NeedAt,
  kept: { askerId: string; classing: NeedClassing; at: Date; demo: boolean },
): Promise<void> {
  const { askerId, classing, at, demo } = kept;
  const reasons = JSON.stringify(classing.reasons);
  await tx
    .insertInto('kept_need')
    .values({ city, need_id: id, asker_id: askerId, class: classing.class, reasons, at, demo })
    .execute();
}

/** Whether a need must not be sent to anybody: it was kept back and not let through since. */
export async function isKeptBack(tx: Tx, { city, id }: NeedAt): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select exists (select 1 from kept_need where city = ${city} and need_id = ${id} and ruling is distinct from 'release') as kept`.execute(
    tx,
  );
  return rows[0]?.kept ?? false;
}

export async function setReview(tx: Tx, { city, id }: NeedAt, review: { text: string; at: Date }): Promise<void> {
  await tx
    .updateTable('kept_need')
    .set({ review_text: review.text, review_at: review.at })
    .where('city', '=', city)
    .where('need_id', '=', id)
    .execute();
}

export async function setRuling(
  tx: Tx,
  { city, id }: NeedAt,
  given: { ruling: Ruling; text: string | null; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('kept_need')
    .set({ ruling: given.ruling, ruling_text: given.text, ruled_at: given.at, ruled_by_name: given.by })
    .where('city', '=', city)
    .where('need_id', '=', id)
    .execute();
}

/** Earlier needs of the firm for one of these products, since an instant, with quotes that were left lying: nobody chose or turned one down. */
export async function countUndecided(
  tx: Tx,
  of: { city: string; organisationId: string; productIds: readonly string[]; since: Date; lying: Date; today: string },
): Promise<number> {
  if (of.productIds.length === 0) return 0;
  const { rows } = await sql<{ undecided: number }>`
    select count(*)::int as undecided from need n
    where n.city = ${of.city} and n.organisation_id = ${of.organisationId} and n.kind = 'sourcing' and n.published_at >= ${of.since}
      and n.state <> 'chosen' and n.product_ids && ${[...of.productIds]}::text[]
      and exists (select 1 from response r where r.city = n.city and r.need_id = n.id and r.declined is null
                  and (n.state <> 'open' or n.deadline < ${of.today}::date or r.at < ${of.lying}))
      and not exists (select 1 from rejection x where x.city = n.city and x.need_id = n.id and not x.derived)`.execute(
    tx,
  );
  return rows[0]?.undecided ?? 0;
}
