import type { FundingAskState, FundingTerms } from '@zhitong/domain/needs/funding';
import type { FundingDeclineCode, FundingGuarantee, FundingLostCode } from '@zhitong/domain/needs/funding-codes';
import type { LoanWish } from '@zhitong/domain/needs/loan-wish';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

/** One bank that was asked, as its services hold it. */
export interface FundingAsk {
  readonly city: string;
  readonly id: string;
  readonly caseId: string;
  readonly needId: string;
  readonly round: number;
  readonly bank: { readonly id: string; readonly name: string };
  readonly asker: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly state: FundingAskState;
  readonly dueAt: Date;
}

export interface NewAsk extends Omit<FundingAsk, 'state'> {
  readonly text: string;
  readonly askedAt: Date;
  readonly loan: LoanWish | null;
  readonly demo: boolean;
}

export async function insertAsk(tx: Tx, ask: NewAsk): Promise<void> {
  await tx
    .insertInto('funding_ask')
    .values({
      ...{ city: ask.city, id: ask.id, case_id: ask.caseId, need_id: ask.needId, round: ask.round, state: 'open' },
      ...{ bank_id: ask.bank.id, bank_name: ask.bank.name, asker_id: ask.asker.id, asker_name: ask.asker.name },
      ...{ title: ask.title, text: ask.text, asked_at: ask.askedAt, due_at: ask.dueAt, demo: ask.demo },
      loan: ask.loan && JSON.stringify(ask.loan),
    })
    .execute();
}

const columns = [
  ...(['city', 'id', 'case_id', 'need_id', 'round', 'bank_id', 'bank_name'] as const),
  ...(['asker_id', 'asker_name', 'title', 'state', 'due_at'] as const),
] as const;

/** Without a lock: only to learn which case it belongs to. The case is locked before its asks, by whoever acts. */
export async function findAsk(
  tx: Tx,
  { city, id, bankId }: { city: string; id: string; bankId: string },
): Promise<FundingAsk | undefined> {
  const row = await tx
    .selectFrom('funding_ask')
    .select(columns)
    .where('city', '=', city)
    .where('id', '=', id)
    .where('bank_id', '=', bankId)
    .executeTakeFirst();
  return row && asAsk(row);
}

/** All asks of a round, held until the transaction ends. */
export async function lockAsks(
  tx: Tx,
  { city, caseId, round }: { city: string; caseId: string; round: number },
): Promise<readonly FundingAsk[]> {
  const rows = await tx
    .selectFrom('funding_ask')
    .select(columns)
    .where('city', '=', city)
    .where('case_id', '=', caseId)
    .where('round', '=', round)
    .orderBy('id')
    .limit(100)
    .forUpdate()
    .execute();
  return rows.map(asAsk);
}

function asAsk(row: {
  city: string;
  id: string;
  case_id: string;
  need_id: string;
  round: number;
  bank_id: string;
  bank_name: string;
  asker_id: string;
  asker_name: string;
  title: string;
  state: string;
  due_at: Date;
}): FundingAsk {
  return {
    ...{ city: row.city, id: row.id, caseId: row.case_id, needId: row.need_id, round: row.round },
    ...{ bank: { id: row.bank_id, name: row.bank_name }, asker: { id: row.asker_id, name: row.asker_name } },
    ...{ title: row.title, state: wordColumn<FundingAskState>(row.state), dueAt: row.due_at },
  };
}

type At = Pick<FundingAsk, 'city' | 'id'>;

export async function settleAsk(
  tx: Tx,
  { city, id }: At,
  { state, code, at }: { state: 'won' | 'lost' | 'ended'; code: FundingLostCode | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('funding_ask')
    .set({ state, lost_code: code, settled_at: at })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export async function declineAskRow(
  tx: Tx,
  { city, id }: At,
  { code, change, at }: { code: FundingDeclineCode; change: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('funding_ask')
    .set({ state: 'declined', decline_code: code, decline_change: change, answered_at: at })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export interface NewOffer {
  readonly id: string;
  readonly terms: FundingTerms;
  readonly note: string | null;
  readonly personId: string;
  readonly at: Date;
}

/** The offer that stands from now on; the one before stays as it was written. */
export async function insertOffer(tx: Tx, ask: FundingAsk, offer: NewOffer): Promise<void> {
  const { city, id: askId } = ask;
  const { terms, at } = offer;
  await tx
    .updateTable('funding_offer')
    .set({ replaced_at: at })
    .where('city', '=', city)
    .where('ask_id', '=', askId)
    .where('replaced_at', 'is', null)
    .execute();
  await tx
    .insertInto('funding_offer')
    .values({
      ...{ city, id: offer.id, ask_id: askId, bank_id: ask.bank.id, asker_id: ask.asker.id, at },
      ...{ amount_fen: terms.amountFen, rate_bp: terms.rateBp, term_months: terms.termMonths },
      ...{ guarantee: terms.guarantee, fees_fen: terms.feesFen, valid_until: terms.validUntil },
      ...{ note: offer.note, by_person: offer.personId },
    })
    .execute();
  await tx
    .updateTable('funding_ask')
    .set({ state: 'offered', answered_at: at, decline_code: null, decline_change: null })
    .where('city', '=', city)
    .where('id', '=', askId)
    .execute();
}

export interface StoredOffer extends FundingTerms {
  readonly id: string;
  readonly askId: string;
  readonly replaced: boolean;
}

/** Offers on some asks: those that stand, and those that were replaced. */
export async function listOffers(tx: Tx, city: string, askIds: readonly string[]): Promise<readonly StoredOffer[]> {
  if (askIds.length === 0) return [];
  const rows = await tx
    .selectFrom('funding_offer')
    .select(['id', 'ask_id', 'amount_fen', 'rate_bp', 'term_months', 'guarantee', 'fees_fen', 'valid_until'])
    .select('replaced_at')
    .where('city', '=', city)
    .where('ask_id', 'in', [...askIds])
    .orderBy('at', 'desc')
    .limit(1_000)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, askId: row.ask_id, amountFen: Number(row.amount_fen), rateBp: row.rate_bp },
    ...{ termMonths: row.term_months, guarantee: wordColumn<FundingGuarantee>(row.guarantee) },
    ...{ feesFen: Number(row.fees_fen), validUntil: row.valid_until, replaced: row.replaced_at !== null },
  }));
}
