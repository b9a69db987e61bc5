import type { CaseAction } from '@zhitong/domain/needs/case-action';
import { decideCaseAction } from '@zhitong/domain/needs/case-decision';
import { type CaseRules, workingDaysMs } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { decideBanks, fundingLapse } from '@zhitong/domain/needs/funding';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { insertHelp } from './case-help-store.ts';
import { getCaseRules } from './case-rules.ts';
import { findCaseOfNeed, findLoan, isDemoCase, type LockedCase, lockCase } from './case-store.ts';
import { writeDeed } from './case-writing.ts';
import { tellBank } from './funding-ending.ts';
import { type FundingAsk, insertAsk, listOffers, lockAsks } from './funding-store.ts';

/** The firm asks more banks about a need it has sent in. */
export function askMore(
  deps: CaseDeps,
  viewer: Viewer,
  { needId, banks }: { needId: string; banks: readonly string[] },
): Promise<number> {
  const { effects } = deps;
  const at = effects.now();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await lockFunding(tx, viewer, needId);
    const rules = await getCaseRules(tx, { city: found.city, day: cityDay(at) });
    await askBanks(tx, { effects, rules }, { found, viewer, banks, at });
    return banks.length;
  });
}

/** The funding case of the viewer’s own need, locked; somebody else’s need does not exist. */
export async function lockFunding(tx: Tx, viewer: Viewer, needId: string): Promise<LockedCase> {
  const id = await findCaseOfNeed(tx, { city: viewer.city, needId });
  const found = id === undefined ? undefined : await lockCase(tx, { city: viewer.city, id });
  if (!found || found.asker.id !== viewer.organisationId) throw new Refusal('platform.not-found');
  if (found.list !== 'funding') throw new Refusal('funding.not-funding');
  return found;
}

interface Asking {
  readonly found: LockedCase;
  readonly viewer: Viewer;
  readonly banks: readonly string[];
  readonly at: Date;
}

/** Each bank gets its own copy and its own clock; the case says to the firm and the finance desk whom the firm asked. */
export async function askBanks(
  tx: Tx,
  { effects, rules }: { effects: Effects; rules: CaseRules },
  { found, viewer, banks, at }: Asking,
): Promise<void> {
  const { city, id: caseId } = found;
  const round = found.state.rounds.length;
  const asks = await lockAsks(tx, { city, caseId, round });
  const lapsed = await countLapsed(tx, asks, { city, at });
  decideBanks(banks, { asked: asks.map(({ bank }) => bank.id), lapsed, most: rules.city.banksAtMost });
  await refuseReadingBank(tx, found);
  const allowanceMs = workingDaysMs(rules, rules.city.helperDays, at);
  const dueAt = workedAfter(rules.calendar, at, allowanceMs).at;
  const demo = await isDemoCase(tx, found);
  const loan = await findLoan(tx, found);
  let standing = found;
  for (const bank of await listNamed(tx, { city, banks, asker: found.asker.id })) {
    const action: CaseAction = { kind: 'bank-asked', at, helper: bank.id, allowanceMs };
    decideCaseAction(standing.state, { side: 'firm', body: null }, action);
    standing = await writeDeed(
      tx,
      { effects, rules, found: standing },
      {
        ...{ actions: [action], side: 'firm', text: null, body: found.asker },
        person: { id: viewer.personId, name: viewer.personName },
      },
    );
    await insertHelp(tx, { city, caseId }, { helper: bank, askedAt: at, question: '', dueAt });
    const id = effects.newId();
    const { needId, title, text, asker } = found;
    const ask = { city, id, caseId, needId, round, bank, asker, title, dueAt };
    await insertAsk(tx, { ...ask, text, askedAt: at, loan, demo });
    await recordAudit(tx, effects, {
      ...{ action: 'funding.asked', subject: { kind: 'funding', id }, after: { bank: bank.name, state: 'open' } },
    });
    await tellBank(tx, effects, { ask: { ...ask, state: 'open' }, type: 'funding.asked', at });
  }
}

/** Of the banks asked, those whose time or whose offer has run out. */
async function countLapsed(
  tx: Tx,
  asks: readonly FundingAsk[],
  { city, at }: { city: string; at: Date },
): Promise<number> {
  const offers = await listOffers(
    tx,
    city,
    asks.map(({ id }) => id),
  );
  const standing = new Map(offers.flatMap((one) => (one.replaced ? [] : [[one.askId, one.validUntil] as const])));
  return asks.filter((ask) => fundingLapse({ ...ask, validUntil: standing.get(ask.id) ?? null }, at) !== null).length;
}

async function listNamed(
  tx: Tx,
  { city, banks, asker }: { city: string; banks: readonly string[]; asker: string },
): Promise<readonly { id: string; name: string }[]> {
  if (banks.length === 0) return [];
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', 'in', [...banks])
    .where('id', '<>', asker)
    .where('kind', '=', 'bank')
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute();
  if (rows.length < banks.length) throw new Refusal('funding.not-a-bank');
  return rows;
}

/** From before banks had copies of their own: whoever reads the case would read whom else the firm asks. */
async function refuseReadingBank(tx: Tx, { city, readers, asker }: LockedCase): Promise<void> {
  const bank = await tx
    .selectFrom('organisation')
    .select('id')
    .where('city', '=', city)
    .where('id', 'in', [...readers])
    .where('id', '<>', asker.id)
    .where('kind', '=', 'bank')
    .limit(1)
    .executeTakeFirst();
  if (bank) throw new Refusal('funding.bank-reads');
}
