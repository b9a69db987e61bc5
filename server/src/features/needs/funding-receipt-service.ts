import type { PaymentRecord } from '@zhitong/contract/needs/funding-contract';
import type { ReadPurpose } from '@zhitong/domain/directory/read-purpose';
import { cityDay, endOfCityDay } from '@zhitong/domain/needs/city-day';
import { decideReceipt, receiptState } from '@zhitong/domain/needs/funding';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { lockFunding } from './funding-asking.ts';
import { tellAsker, tellBank } from './funding-ending.ts';
import { listRecordedPayments } from './funding-facts-views.ts';
import type { StoredReceipt } from './funding-receipt-row.ts';
import { insertReceipt, lockNewestReceipt, lockReceipt, markTakenBack, markUsed } from './funding-receipt-store.ts';
import { findAsk, lockAsks } from './funding-store.ts';

const day = 86_400_000;

/** The firm lets one bank read its payment record, once, until the end of a day. */
export function giveReceipt(
  deps: CaseDeps,
  viewer: Viewer,
  wish: { needId: string; bank: string; days: number },
): Promise<StoredReceipt> {
  const { effects } = deps;
  const at = effects.now();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await lockFunding(tx, viewer, wish.needId);
    const asks = await lockAsks(tx, { city: found.city, caseId: found.id, round: found.state.rounds.length });
    const ask = asks.find(({ bank }) => bank.id === wish.bank);
    if (!ask) throw new Refusal('funding.bank-not-asked');
    if (ask.state === 'lost' || ask.state === 'ended') throw new Refusal('funding.over');
    const before = await lockNewestReceipt(tx, ask);
    if (before && receiptState(before, at) === 'waiting') throw new Refusal('funding.receipt-waits');
    const id = effects.newId();
    const expiresAt = endOfCityDay(cityDay(new Date(at.getTime() + wish.days * day)));
    await insertReceipt(tx, ask, { id, by: { id: viewer.personId, name: viewer.personName }, at, expiresAt });
    await recordAudit(tx, effects, {
      ...{ action: 'funding.receipt-given', subject: { kind: 'funding', id: ask.id } },
      after: { receipt: id, bank: ask.bank.name, until: expiresAt.toISOString() },
    });
    await tellBank(tx, effects, { ask, type: 'funding.receipt-given', at, until: new Date(expiresAt.getTime() - 1) });
    const facts = { givenAt: at, expiresAt, usedAt: null, purpose: null, takenBackAt: null };
    return { id, askId: ask.id, bankId: ask.bank.id, askerId: ask.asker.id, ...facts };
  });
}

/** The firm takes a receipt back, as long as it was not used. */
export function takeBack(deps: CaseDeps, viewer: Viewer, id: string): Promise<StoredReceipt> {
  const { effects } = deps;
  const at = effects.now();
  const { city } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const receipt = await lockReceipt(tx, { city, id, askerId: viewer.organisationId });
    if (!receipt) throw new Refusal('platform.not-found');
    decideReceipt(receipt, at);
    await markTakenBack(tx, { city, id, at });
    await recordAudit(tx, effects, {
      ...{ action: 'funding.receipt-taken-back', subject: { kind: 'funding', id: receipt.askId } },
      ...{ before: { state: 'waiting' }, after: { state: 'taken-back', receipt: id } },
    });
    const ask = await findAsk(tx, { city, id: receipt.askId, bankId: receipt.bankId });
    if (ask) await tellBank(tx, effects, { ask, type: 'funding.receipt-taken-back', at });
    return { ...receipt, takenBackAt: at };
  });
}

/**
 * The bank reads the payment record with the receipt it holds for this need. That the receipt is used up, that it was read and what
 * for is written in the same transaction: it is never read without a trace, and never twice.
 */
export function readRecord(
  deps: CaseDeps,
  viewer: Viewer,
  { id, purpose }: { id: string; purpose: string },
): Promise<PaymentRecord> {
  const { effects } = deps;
  const at = effects.now();
  const { city } = viewer;
  const context = contextOf(viewer);
  return inContext(deps.database, context, async (tx) => {
    const ask = await findAsk(tx, { city, id, bankId: viewer.organisationId });
    if (!ask) throw new Refusal('platform.not-found');
    const receipt = await lockNewestReceipt(tx, ask);
    if (!receipt) throw new Refusal('funding.no-receipt');
    decideReceipt(receipt, at);
    const payments = await asSystem(tx, context, () => listRecordedPayments(tx, { city, firm: ask.asker.id }));
    await markUsed(tx, { city, id: receipt.id }, { at, byName: viewer.personName, purpose });
    await recordAudit(tx, effects, {
      ...{ action: 'payment-record.read', subject: { kind: 'funding', id }, why: 'bank-offer' satisfies ReadPurpose },
      after: { rows: payments.length, purpose },
    });
    await tellAsker(tx, effects, { ask, type: 'funding.record-read', at });
    const sum = (side: 'buyer' | 'seller') =>
      payments.reduce((fen, one) => (one.side === side ? fen + one.paidFen : fen), 0);
    return { payments: [...payments], paidFen: sum('buyer'), receivedFen: sum('seller'), usedAt: at.toISOString() };
  });
}
