import { allowedDealSteps, countedFen, dealStage, isConfirmed } from '@zhitong/domain/matching/deal';
import { expect, test } from 'vitest';
import type { DealStepRow } from './city-rows.ts';
import { demoDay, needById, demoCity as rows } from './demo-fixture.ts';

const domainSteps = (steps: readonly DealStepRow[]) =>
  steps.map(({ kind, amountFen, confirmations }) => ({
    kind,
    amountFen,
    confirmedBy: confirmations.map(({ side }) => side),
  }));
const counted = rows.deals.filter(({ steps }) => countedFen(domainSteps(steps)) > 0);

test('at least 40 firms sold something that both sides confirmed', () => {
  expect(counted.length).toBeGreaterThanOrEqual(40);
  expect(new Set(counted.map(({ sellerId }) => sellerId)).size).toBeGreaterThanOrEqual(40);
});

test('some deals wait for one side, and a few were reversed in part', () => {
  const oneSided = rows.deals.filter(({ steps }) => domainSteps(steps).some((step) => !isConfirmed(step)));
  const reversed = rows.deals.filter(({ steps }) => steps.some(({ kind }) => kind === 'reversal'));
  expect(oneSided.length).toBeGreaterThanOrEqual(5);
  expect(reversed.length).toBeGreaterThanOrEqual(2);
});

test('every step was allowed when it was written', () => {
  for (const { steps } of rows.deals) {
    steps.forEach((step, i) => {
      const allowed: readonly string[] = allowedDealSteps[dealStage(domainSteps(steps.slice(0, i)))];
      expect(allowed).toContain(step.kind);
    });
  }
});

test('no deal gives back more than was delivered, and no step lies ahead of today', () => {
  for (const { steps } of rows.deals) {
    expect(countedFen(domainSteps(steps))).toBeGreaterThanOrEqual(0);
    for (const { date, amountFen, confirmations } of steps) {
      expect(Number.isInteger(amountFen)).toBe(true);
      expect(date < demoDay).toBe(true);
      expect(confirmations.every(({ at }) => at.slice(0, 10) >= date && at < demoDay)).toBe(true);
    }
  }
});

test('a deal and a chosen need go together', () => {
  const chosen = rows.needs.filter(({ state }) => state === 'chosen').map(({ id }) => id);
  expect(rows.deals.map(({ needId }) => needId).toSorted()).toEqual(chosen.toSorted());
  for (const { needId, buyerId } of rows.deals) expect(needById.get(needId)?.organisationId).toBe(buyerId);
});

test('the price in the ledger is the one that was quoted', () => {
  const quotes = new Map(rows.responses.map((response) => [response.id, response]));
  for (const { responseId, sellerId, steps } of rows.deals) {
    const quote = quotes.get(responseId);
    expect(quote?.organisationId).toBe(sellerId);
    for (const { kind, amountFen, quantity } of steps) {
      expect(amountFen).toBe(kind === 'sample' ? 0 : Math.round(quantity * (quote?.priceFen ?? 0)));
    }
  }
});

test('most deliveries came on the day the quote promised, some came late', () => {
  const leadDays = new Map(rows.responses.map(({ id, leadDays: days }) => [id, days ?? 0]));
  const late = rows.deals.flatMap(({ responseId, createdAt, steps }) => {
    const promised = Date.parse(createdAt.slice(0, 10)) + (leadDays.get(responseId) ?? 0) * 86_400_000;
    return steps.filter(({ kind }) => kind === 'delivery').map(({ date }) => Date.parse(date) > promised);
  });
  const share = late.filter(Boolean).length / late.length;
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(0.45);
});
