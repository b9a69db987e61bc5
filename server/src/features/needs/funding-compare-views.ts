import type { listBanks, OfferComparison } from '@zhitong/contract/needs/funding-contract';
import type { AskedBank, FundingOffer } from '@zhitong/contract/needs/funding-values';
import type { Language } from '@zhitong/domain/language';
import { nextCaseActions } from '@zhitong/domain/needs/case-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { banksLeft, type FundingAskState, fundingLapse } from '@zhitong/domain/needs/funding';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { getCaseRules } from './case-rules.ts';
import { readCaseState } from './case-state-json.ts';
import { declineReply, readReceipts, readStandingOffers, receiptReply } from './funding-row-views.ts';

/** Banks a firm may ask: those it has dealt with first, the latest of them at the top, then by name. */
export function viewBanks(deps: CaseDeps, viewer: Viewer): Promise<z.input<typeof listBanks.reply>> {
  const { city, organisationId } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const rules = await getCaseRules(tx, { city, day: cityDay(deps.effects.now()) });
    const { rows: banks } = await sql<{ id: string; name: string }>`
      select o.id, o.name from organisation o
      left join lateral (
        select max(a.asked_at) as at from funding_ask a
        where a.city = o.city and a.bank_id = o.id and a.asker_id = ${organisationId}::uuid) dealt on true
      where o.city = ${city} and o.kind = 'bank' and o.merged_into is null and o.id <> ${organisationId}::uuid
      order by dealt.at desc nulls last, o.name, o.id limit 200`.execute(tx);
    return { banks, atMost: rules.city.banksAtMost };
  });
}

interface Row {
  id: string;
  round: number;
  bank_id: string;
  bank_name: string;
  state: string;
  asked_at: Date;
  due_at: Date;
  answered_at: Date | null;
  decline_code: string | null;
  decline_change: string | null;
}

/** Every bank the firm asked, in one table: what costs least a year for each yuan first, then who has not offered. */
export function viewComparison(
  deps: CaseDeps,
  { viewer, language }: { viewer: Viewer; language: Language },
  needId: string,
): Promise<OfferComparison> {
  const now = deps.effects.now();
  const { city, organisationId } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await tx
      .selectFrom('need_case')
      .select(['id', 'list', 'state'])
      .where('city', '=', city)
      .where('need_id', '=', needId)
      .where('asker_id', '=', organisationId)
      .executeTakeFirst();
    if (!found) throw new Refusal('platform.not-found');
    if (found.list !== 'funding') throw new Refusal('funding.not-funding');
    const state = readCaseState(found.state);
    const may = nextCaseActions(state, 'firm');
    const rows = await listRows(tx, { city, needId });
    const inRound = rows.filter(({ round }) => round === state.rounds.length);
    const taken = inRound.some((row) => row.state === 'won');
    const mayAccept = may.includes('offer-accepted') && !taken;
    const asks = await asksOf(tx, { city, rows, round: state.rounds.length, language, now, mayAccept });
    const { banksAtMost: atMost } = (await getCaseRules(tx, { city, day: cityDay(now) })).city;
    const lapsed = asks.filter(({ lapse }) => lapse !== null).length;
    const left = banksLeft({ asked: inRound.length, lapsed, most: atMost });
    return { asks: asks.toSorted(byCost), atMost, left, mayAsk: left > 0 && may.includes('bank-asked') };
  });
}

async function listRows(tx: Tx, { city, needId }: { city: string; needId: string }): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select id, round, bank_id, bank_name, state, asked_at, due_at, answered_at, decline_code, decline_change
    from funding_ask where city = ${city} and need_id = ${needId} order by asked_at, id limit 200`.execute(tx);
  return rows;
}

interface Comparing {
  readonly city: string;
  readonly rows: readonly Row[];
  readonly round: number;
  readonly language: Language;
  readonly now: Date;
  readonly mayAccept: boolean;
}

async function asksOf(tx: Tx, { city, rows, round, language, now, mayAccept }: Comparing): Promise<AskedBank[]> {
  const ids = rows.map(({ id }) => id);
  const offers = await readStandingOffers(tx, city, ids);
  const receipts = await readReceipts(tx, city, ids);
  return rows.map((row) => {
    const offer = offers.get(row.id) ?? null;
    const state = wordColumn<FundingAskState>(row.state);
    const facts = { state, dueAt: row.due_at, validUntil: offer?.validUntil ?? null };
    const lapse = row.round === round ? fundingLapse(facts, now) : null;
    const stands = state === 'offered' && row.round === round && offer !== null && lapse === null;
    return {
      ...{ bank: { id: row.bank_id, name: row.bank_name }, state, offer, lapse },
      ...{ askedAt: row.asked_at.toISOString(), due: row.due_at.toISOString() },
      ...{ answeredAt: row.answered_at?.toISOString() ?? null, decline: declineReply(row, language) },
      receipts: receipts.filter(({ askId }) => askId === row.id).map((one) => receiptReply(one, now)),
      mayAccept: mayAccept && stands,
    };
  });
}

const perYuan = (offer: FundingOffer | null) =>
  offer === null ? Number.POSITIVE_INFINITY : offer.yearlyCostFen / offer.amountFen;

function byCost(one: AskedBank, other: AskedBank): number {
  const [left, right] = [perYuan(one.offer), perYuan(other.offer)];
  return left === right ? one.bank.name.localeCompare(other.bank.name) : left - right;
}
