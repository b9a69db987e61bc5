import { dutyListWords } from '@zhitong/domain/directory/duty-words';
import { cityDay, endOfCityDay, spokenDay } from '@zhitong/domain/needs/city-day';
import type { NeedKind } from '@zhitong/domain/needs/need';
import { quotaOf } from '@zhitong/domain/needs/sourcing-terms';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { getSourcingTerms } from './sourcing-terms-store.ts';

const day = 86_400_000;

/** A firm that has as many needs as its quota allows is told what the quota is and when there is room again. The firm's row is locked. */
export async function refuseOverQuota(
  tx: Tx,
  { city, organisationId, list, now }: { city: string; organisationId: string; list: NeedKind; now: Date },
): Promise<void> {
  const today = cityDay(now);
  const quota = quotaOf(await getSourcingTerms(tx, { city, day: today }), { organisationId, list });
  const { open, ofToday, nextEnd } = await countNeeds(tx, { city, organisationId, list, now });
  const names = { listZh: dutyListWords[list].zh, listEn: dutyListWords[list].en };
  if (ofToday >= quota.perDay) {
    const { date, dateEn } = spokenDay(endOfCityDay(today));
    throw new Refusal('needs.quota-day', {
      ...names,
      most: quota.perDay,
      count: ofToday,
      roomZh: date,
      roomEn: dateEn,
    });
  }
  if (open < quota.open) return;
  const end = nextEnd === null ? undefined : spokenDay(endOfCityDay(nextEnd));
  const room = { roomZh: end ? `，最早 ${end.date}` : '', roomEn: end ? `, at the latest on ${end.dateEn}` : '' };
  throw new Refusal('needs.quota-open', { ...names, most: quota.open, count: open, ...room });
}

interface Counted {
  readonly open: number;
  readonly ofToday: number;
  /** the first deadline among the open ones */
  readonly nextEnd: string | null;
}

async function countNeeds(
  tx: Tx,
  of: { city: string; organisationId: string; list: NeedKind; now: Date },
): Promise<Counted> {
  const today = cityDay(of.now);
  const begin = new Date(endOfCityDay(today).getTime() - day);
  const { rows } = await sql<Counted>`
    with counted as (
      select n.published_at, n.deadline,
             n.state = 'open' and (n.deadline is null or n.deadline >= ${today}::date)
               and (n.kind = 'sourcing' or c.over_at is null) as open
      from need n left join need_case c on c.city = n.city and c.need_id = n.id
      where n.city = ${of.city} and n.organisation_id = ${of.organisationId} and n.kind = ${of.list})
    select count(*) filter (where open)::int as open,
           count(*) filter (where published_at >= ${begin})::int as "ofToday",
           min(deadline) filter (where open)::text as "nextEnd"
    from counted`.execute(tx);
  return rows[0] ?? { open: 0, ofToday: 0, nextEnd: null };
}
