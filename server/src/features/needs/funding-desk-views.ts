import type { listAsks } from '@zhitong/contract/needs/funding-contract';
import type { BankAsk, DealFacts, FundingOffer } from '@zhitong/contract/needs/funding-values';
import type { RequestFile } from '@zhitong/contract/needs/request-file-contract';
import type { Language } from '@zhitong/domain/language';
import { remainingOfStanding } from '@zhitong/domain/needs/case-standing';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { allowedBankAnswers, type FundingAskState } from '@zhitong/domain/needs/funding';
import { type LoanWish, readLoanWish } from '@zhitong/domain/needs/loan-wish';
import { Refusal } from '@zhitong/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { minutesOfToday, wholeMinutes } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';
import { readDealFacts } from './funding-facts-views.ts';
import type { StoredReceipt } from './funding-receipt-row.ts';
import { declineReply, lostReply, readReceipts, readStandingOffers, receiptReply } from './funding-row-views.ts';
import { helpLight } from './help-light.ts';
import { listFilesOfNeeds } from './request-file-views.ts';

type Query = z.output<NonNullable<typeof listAsks.query>>;

export interface BankReading {
  readonly viewer: Viewer;
  readonly language: Language;
}

interface Row {
  id: string;
  asker_id: string;
  asker_name: string;
  title: string;
  text: string;
  state: string;
  asked_at: Date;
  due_at: Date;
  answered_at: Date | null;
  settled_at: Date | null;
  decline_code: string | null;
  decline_change: string | null;
  lost_code: string | null;
  need_id: string;
  loan: unknown;
  demo: boolean;
}

/** What the bank was asked, what waits for it and is due first at the top. Nothing of any other bank is read. */
export function viewAsks(deps: CaseDeps, reading: BankReading, query: Query): Promise<z.input<typeof listAsks.reply>> {
  const now = deps.effects.now();
  const { city, organisationId } = reading.viewer;
  return inContext(deps.database, contextOf(reading.viewer), async (tx) => {
    const where = sql`a.city = ${city} and a.bank_id = ${organisationId}::uuid and ${states[query.state]}`;
    const { rows: totals } = await sql<{ total: number }>`
      select count(*)::int as total from funding_ask a where ${where}`.execute(tx);
    const { rows } = await sql<Row>`
      select a.id, a.asker_id, a.asker_name, a.title, a.text, a.state, a.asked_at, a.due_at, a.answered_at, a.settled_at,
             a.decline_code, a.decline_change, a.lost_code, a.need_id, a.loan, a.demo
      from funding_ask a where ${where}
      order by (a.settled_at is not null), (a.answered_at is not null), a.due_at, a.id
      limit ${query.limit} offset ${query.offset}`.execute(tx);
    const asks = await repliesOf(tx, reading, { rows, now });
    return { total: totals[0]?.total ?? 0, asks, asOf: now.toISOString() };
  });
}

const states: Readonly<Record<Query['state'], RawBuilder<unknown>>> = {
  all: sql`true`,
  open: sql`a.state = 'open'`,
  answered: sql`a.state in ('offered', 'declined')`,
  over: sql`a.state in ('won', 'lost', 'ended')`,
  // everything the bank has ever offered on
  offers: sql`exists (select 1 from funding_offer o where o.city = a.city and o.ask_id = a.id)`,
};

export function viewAsk(deps: CaseDeps, reading: BankReading, id: string): Promise<BankAsk> {
  const now = deps.effects.now();
  const { city, organisationId } = reading.viewer;
  return inContext(deps.database, contextOf(reading.viewer), async (tx) => {
    const { rows } = await sql<Row>`
      select a.id, a.asker_id, a.asker_name, a.title, a.text, a.state, a.asked_at, a.due_at, a.answered_at, a.settled_at,
             a.decline_code, a.decline_change, a.lost_code, a.need_id, a.loan, a.demo
      from funding_ask a
      where a.city = ${city} and a.id = ${id} and a.bank_id = ${organisationId}::uuid`.execute(tx);
    const [ask] = await repliesOf(tx, reading, { rows, now });
    if (!ask) throw new Refusal('platform.not-found');
    return ask;
  });
}

async function repliesOf(
  tx: Tx,
  { viewer, language }: BankReading,
  { rows, now }: { rows: readonly Row[]; now: Date },
): Promise<BankAsk[]> {
  const { city } = viewer;
  const ids = rows.map(({ id }) => id);
  const rules = await getCaseRules(tx, { city, day: cityDay(now) });
  const offers = await readStandingOffers(tx, city, ids);
  const receipts = await readReceipts(tx, city, ids);
  const files = await listFilesOfNeeds(tx, { city, needIds: rows.map(({ need_id }) => need_id) });
  const facts = await asSystem(tx, contextOf(viewer), () =>
    readDealFacts(tx, { city, firms: rows.map(({ asker_id }) => asker_id) }),
  );
  return rows.map((row) =>
    reply(row, {
      ...{ language, rules, now, offer: offers.get(row.id) ?? null, deals: facts(row.asker_id) },
      files: files.get(row.need_id) ?? [],
      receipt: receipts.find(({ askId }) => askId === row.id),
    }),
  );
}

interface Beside {
  readonly language: Language;
  readonly rules: CaseRules;
  readonly now: Date;
  readonly offer: FundingOffer | null;
  readonly deals: DealFacts;
  readonly files: readonly RequestFile[];
  readonly receipt: StoredReceipt | undefined;
}

function reply(row: Row, { language, rules, now, offer, deals, files, receipt }: Beside): BankAsk {
  const state = wordColumn<FundingAskState>(row.state);
  const standing = { dueAt: row.due_at, stoppedAt: row.answered_at ?? row.settled_at };
  const remainingMs = remainingOfStanding(standing, rules, now);
  return {
    ...{ id: row.id, asker: { id: row.asker_id, name: row.asker_name }, title: row.title, text: row.text, state },
    ...{ askedAt: row.asked_at.toISOString(), due: row.due_at.toISOString(), deals, offer, demo: row.demo },
    ...{
      light: helpLight({ isOpen: state === 'open', askedAt: row.asked_at, remainingMs }, rules),
      remainingMinutes: wholeMinutes(remainingMs),
      dayMinutes: minutesOfToday(rules, now),
    },
    ...{ decline: declineReply(row, language), lost: lostReply(row, language) },
    // a copy from before wishes were kept: as its words say
    wish: loanReply(row.loan === null ? readLoanWish(row.text) : jsonColumn<LoanWish>(row.loan)),
    files: [...files],
    receipt: receipt ? receiptReply(receipt, now) : null,
    allowed: [...allowedBankAnswers[state]],
  };
}

const loanReply = ({ guarantees, ...wish }: LoanWish): BankAsk['wish'] => ({ ...wish, guarantees: [...guarantees] });
