import type { TargetRow } from '@zhitong/contract/investment/target-contract';
import type { PremisesWish } from '@zhitong/domain/investment/premises';
import { matchPremises } from '@zhitong/domain/investment/premises-match';
import { wishFinding } from '@zhitong/domain/investment/premises-text';
import { targetLight } from '@zhitong/domain/investment/target-light';
import type { TargetKind, TargetLoss, TargetStatus } from '@zhitong/domain/investment/target-stage';
import type { Language } from '@zhitong/domain/language';
import type { WorkCalendar } from '@zhitong/domain/needs/work-calendar';
import { workedBetween } from '@zhitong/domain/needs/working-time';
import { type RawBuilder, sql } from 'kysely';
import { gapBook } from '#features/chains/public';
import { cityClock } from '#features/needs/public';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { placeOf } from './place-book.ts';
import type { StoredPremises } from './premises-reading.ts';
import type { TargetDeps } from './target-deps.ts';

export interface StoredTargetRow {
  id: string;
  number: number;
  kind: string;
  organisation_id: string | null;
  firm_name: string;
  firm_region: string | null;
  chain_id: string | null;
  chain_name: string | null;
  chain_name_en: string | null;
  product_id: string | null;
  product_name: string | null;
  product_name_en: string | null;
  status: string;
  stage_since: Date;
  next: string | null;
  due: string | null;
  due_at: Date | null;
  yellow_at: Date | null;
  owner_body_id: string;
  owner_body_name: string;
  owner_name: string;
  participants: unknown;
  wish: unknown;
  loss: string | null;
  alike_id: string | null;
  alike_reason: string | null;
  registered_at: Date;
  demo: boolean;
}

/** Targets with the names around them: what is open first, by what is due, then those for which nothing is planned. */
export async function listTargetRows(
  tx: Tx,
  where: RawBuilder<unknown>,
  { day, limit, offset }: { day: string; limit: number; offset: number },
): Promise<readonly StoredTargetRow[]> {
  const { rows } = await sql<StoredTargetRow>`
    select t.id, t.number, t.kind, t.organisation_id, t.firm_name, t.firm_region, t.chain_id, v.name as chain_name,
           v.name_en as chain_name_en, t.product_id, d.name as product_name, d.name_en as product_name_en, t.status,
           t.stage_since, t.next, to_char(t.due, 'YYYY-MM-DD') as due, t.due_at, t.yellow_at, t.owner_body_id,
           t.owner_body_name, t.owner_name, t.wish, t.loss, a.id as alike_id, t.alike_reason, t.registered_at, t.demo,
           (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', coalesce(o.short_name, o.name)) order by p.at), '[]')
            from unnest(t.participant_ids) with ordinality p (id, at)
            join organisation o on o.city = t.city and o.id = p.id) as participants
    from investment_target t
    left join product d on d.id = t.product_id
    left join investment_target a on a.city = t.city and a.id = t.alike_id and a.over_at is null and t.over_at is null
    left join lateral (
      select cv.content->>'name' as name, cv.content->>'nameEn' as name_en from chain_version cv
      where cv.city = t.city and cv.chain_id = t.chain_id and cv.state = 'published' and cv.valid_from <= ${day}::date
      order by cv.valid_from desc limit 1) v on true
    where ${where}
    order by (t.over_at is not null), t.due_at nulls first, t.registered_at desc, t.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export interface RowReading {
  readonly deps: TargetDeps;
  readonly language: Language;
  readonly calendar: WorkCalendar;
  readonly premises: readonly StoredPremises[];
  readonly now: Date;
}

export function targetRowOf(row: StoredTargetRow, { deps, language, calendar, premises, now }: RowReading): TargetRow {
  const status = wordColumn<TargetStatus>(row.status);
  return {
    ...{ id: row.id, number: row.number, firm: firmOf(deps, row, language), gap: gapOf(row, language) },
    ...{ status, since: row.stage_since.toISOString(), next: row.next, due: row.due },
    light: targetLight({ status }, { dueAt: row.due_at, yellowAt: row.yellow_at }, now),
    remainingMinutes: minutesLeft(row.due_at, calendar, now),
    owner: { body: { id: row.owner_body_id, name: row.owner_body_name }, person: row.owner_name },
    participants: jsonColumn<TargetRow['participants']>(row.participants),
    wish: row.wish === null ? null : wishOf(jsonColumn<PremisesWish>(row.wish), premises, language),
    loss: row.loss === null ? null : wordColumn<TargetLoss>(row.loss),
    alike: row.alike_id === null ? null : { id: row.alike_id, reason: row.alike_reason ?? '' },
    ...{ registeredAt: row.registered_at.toISOString(), demo: row.demo },
  };
}

function firmOf(deps: TargetDeps, row: StoredTargetRow, language: Language): TargetRow['firm'] {
  return {
    ...{ organisationId: row.organisation_id, name: row.firm_name, kind: wordColumn<TargetKind>(row.kind) },
    region: row.firm_region === null ? null : placeOf(deps, row.firm_region, language),
  };
}

function gapOf(row: StoredTargetRow, language: Language): TargetRow['gap'] {
  const { chain_id: chain, product_id: product } = row;
  if (chain === null || product === null) return null;
  const named = (zh: string | null, en: string | null, id: string) => (language === 'en' ? (en ?? zh) : zh) ?? id;
  return {
    id: gapBook.idOf(chain, product),
    chain: { id: chain, name: named(row.chain_name, row.chain_name_en, chain) },
    product: { id: product, name: named(row.product_name, row.product_name_en, product) },
  };
}

function wishOf(wish: PremisesWish, premises: readonly StoredPremises[], language: Language): TargetRow['wish'] {
  const fits = premises.map(({ content }) => matchPremises(wish, content).fit);
  const counts = {
    fits: fits.filter((fit) => fit === 'fits').length,
    open: fits.filter((fit) => fit === 'open').length,
  };
  return { finding: wishFinding(wish, counts, language), ...counts };
}

function minutesLeft(due: Date | null, calendar: WorkCalendar, now: Date): number | null {
  if (due === null) return null;
  return cityClock.wholeMinutes(due >= now ? workedBetween(calendar, now, due) : 0 - workedBetween(calendar, due, now));
}
