import type { CaseAction } from '@zhitong/domain/needs/case-action';
import { decideCaseAction } from '@zhitong/domain/needs/case-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { decideAcceptance, derivedLoss } from '@zhitong/domain/needs/funding';
import type { FundingChoiceCode } from '@zhitong/domain/needs/funding-codes';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { getCaseRules } from './case-rules.ts';
import { writeDeed } from './case-writing.ts';
import { lockFunding } from './funding-asking.ts';
import { tellBank } from './funding-ending.ts';
import { type FundingAsk, listOffers, lockAsks, type StoredOffer, settleAsk } from './funding-store.ts';

interface Choice {
  readonly needId: string;
  readonly offerId: string;
  readonly reason: FundingChoiceCode | undefined;
}

/** The firm takes one offer. Of two people who take one at once, the second reads that one is taken. */
export function acceptLoan(deps: CaseDeps, viewer: Viewer, choice: Choice): Promise<FundingAsk['bank']> {
  const { effects } = deps;
  const at = effects.now();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await lockFunding(tx, viewer, choice.needId);
    const { city, id: caseId, state } = found;
    const asks = await lockAsks(tx, { city, caseId, round: state.rounds.length });
    const offers = await listOffers(
      tx,
      city,
      asks.map(({ id }) => id),
    );
    const offer = offers.find(({ id }) => id === choice.offerId);
    const won = asks.find(({ id }) => id === offer?.askId);
    if (!offer || !won) throw new Refusal('platform.not-found');
    const taken = asks.some((ask) => ask.state === 'won');
    decideAcceptance({ ...offer, state: won.state }, { taken, today: cityDay(at) });
    const action: CaseAction = { kind: 'offer-accepted', at, helper: won.bank.id };
    decideCaseAction(state, { side: 'firm', body: null }, action);
    const rules = await getCaseRules(tx, { city, day: cityDay(at) });
    const person = { id: viewer.personId, name: viewer.personName };
    await writeDeed(
      tx,
      { effects, rules, found },
      { actions: [action], side: 'firm', person, body: found.asker, text: null },
    );
    await settle(tx, deps, { asks, offers, offer, won, reason: choice.reason, at });
    return won.bank;
  });
}

interface Settling {
  readonly asks: readonly FundingAsk[];
  readonly offers: readonly StoredOffer[];
  readonly offer: StoredOffer;
  readonly won: FundingAsk;
  readonly reason: FundingChoiceCode | undefined;
  readonly at: Date;
}

/** One has won; every other bank reads a reason, the firm’s own or what its offer is itself worse in. */
async function settle(tx: Tx, { effects }: CaseDeps, settling: Settling): Promise<void> {
  const { asks, offers, offer, won, reason, at } = settling;
  await settleAsk(tx, won, { state: 'won', code: null, at });
  await tellBank(tx, effects, { ask: won, type: 'funding.accepted', at });
  await recordAudit(tx, effects, {
    ...{ action: 'funding.accepted', subject: { kind: 'funding', id: won.id } },
    ...{ before: { state: won.state }, after: { state: 'won', bank: won.bank.name, offer: offer.id } },
  });
  for (const ask of asks.filter(({ id }) => id !== won.id)) {
    if (ask.state === 'declined') await settleAsk(tx, ask, { state: 'ended', code: null, at });
    if (ask.state !== 'open' && ask.state !== 'offered') continue;
    const own = offers.find(({ askId, replaced }) => askId === ask.id && !replaced) ?? null;
    const code = own === null ? 'settled' : (reason ?? derivedLoss(own, offer));
    await settleAsk(tx, ask, { state: 'lost', code, at });
    await tellBank(tx, effects, { ask, type: 'funding.lost', at, code });
  }
}
