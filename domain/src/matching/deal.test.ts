import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import {
  countedFen,
  type DealSide,
  type DealStep,
  dealSides,
  dealStepKinds,
  nextDealSteps,
  oneSidedFen,
  orderedFen,
  reversibleFen,
} from './deal.ts';
import { type DealStepDraft, decideDealStep } from './deal-decision.ts';
import { dealRefusalCodes } from './deal-refusals.ts';

const today = '2026-11-23';
const both: readonly DealSide[] = ['buyer', 'seller'];
const order: DealStep = { kind: 'order', amountFen: 1_050_000, confirmedBy: both };
const delivery: DealStep = { kind: 'delivery', amountFen: 1_050_000, confirmedBy: both };

function draft(changes: Partial<DealStepDraft> = {}): DealStepDraft {
  return { kind: 'order', amountFen: 100, quantity: 5, date: today, ...changes };
}

function refusalOf(steps: readonly DealStep[], step: DealStepDraft): string | undefined {
  try {
    decideDealStep(steps, step, today);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('what may be written into the ledger', () => {
  const refused: [string, readonly DealStep[], Partial<DealStepDraft>, (typeof dealRefusalCodes)[number]][] = [
    ['a sample after a confirmed order', [order], { kind: 'sample' }, 'deals.sample-after-order'],
    ['a delivery without an order', [], { kind: 'delivery' }, 'deals.delivery-before-order'],
    [
      'a delivery while only one side has confirmed the order',
      [{ ...order, confirmedBy: ['seller'] }],
      { kind: 'delivery' },
      'deals.delivery-before-order',
    ],
    ['a reversal before any delivery', [order], { kind: 'reversal' }, 'deals.reversal-before-delivery'],
    [
      'a reversal of more than was delivered',
      [order, delivery],
      { kind: 'reversal', amountFen: 1_050_001 },
      'deals.reversal-too-large',
    ],
    [
      'a second reversal that with the waiting first one is too much',
      [order, delivery, { kind: 'reversal', amountFen: 1_000_000, confirmedBy: ['buyer'] }],
      { kind: 'reversal', amountFen: 50_001 },
      'deals.reversal-too-large',
    ],
    ['an order for nothing', [], { amountFen: 0 }, 'deals.amount-missing'],
    ['an order beyond any city', [], { amountFen: 10_000_000_000_001 }, 'deals.amount-too-large'],
    ['a quantity of 1e308', [], { quantity: 1e308 }, 'deals.quantity-too-large'],
    ['a date of the last century', [], { date: '1926-11-23' }, 'deals.date-implausible'],
    ['a date two years ahead', [], { date: '2028-11-23' }, 'deals.date-implausible'],
  ];

  test.each(refused)('refuses %s', (...[, steps, changes, code]) => {
    expect(refusalOf(steps, draft(changes))).toBe(code);
  });

  test('every refusal has been shown above', () => {
    expect(new Set(refused.map(([, , , code]) => code))).toEqual(new Set(dealRefusalCodes));
  });

  test('accepts a free sample, an order, a delivery in parts and the reversal of all that was delivered', () => {
    expect(refusalOf([], draft({ kind: 'sample', amountFen: 0 }))).toBeUndefined();
    expect(refusalOf([order], draft({ kind: 'delivery', amountFen: 1 }))).toBeUndefined();
    expect(refusalOf([order, delivery], draft({ kind: 'reversal', amountFen: 1_050_000 }))).toBeUndefined();
  });

  test('offers no reversal once everything is reversed', () => {
    const reversed: DealStep = { ...delivery, kind: 'reversal' };
    expect(nextDealSteps([order, delivery, reversed])).toEqual(['order', 'delivery']);
  });
});

/** What two firms may try in any order: write a step, or confirm one of those that stand. */
const attempts = fc.array(
  fc.record({
    side: fc.constantFrom(...dealSides),
    kind: fc.constantFrom(...dealStepKinds),
    amountFen: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 10_000_000_000_000 })),
    confirms: fc.option(fc.nat({ max: 30 })),
  }),
  { maxLength: 60 },
);

describe('for every history two firms can write', () => {
  test('the counted amount is never below zero and never moved by one side alone', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        let steps: DealStep[] = [];
        for (const attempt of tries) {
          const before = countedFen(steps);
          steps = play(steps, attempt);
          expect(countedFen(steps)).toBeGreaterThanOrEqual(0);
          expect(reversibleFen(steps)).toBeGreaterThanOrEqual(0);
          if (attempt.confirms === null) expect(countedFen(steps)).toBe(before);
        }
      }),
    );
  });

  test('counted, signed and one-sided amounts equal the sums taken row by row', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const steps = tries.reduce<DealStep[]>(play, []);
        const counted = { sample: 0, order: 0, delivery: 1, reversal: -1 };
        const signed = { sample: 0, order: 1, delivery: 0, reversal: 0 };
        const waiting = { sample: 0, order: 0, delivery: 1, reversal: 0 };
        const sums = { counted: 0, signed: 0, oneSided: 0 };
        for (const { kind, amountFen, confirmedBy } of steps)
          if (confirmedBy.length === 2) {
            sums.counted += counted[kind] * amountFen;
            sums.signed += signed[kind] * amountFen;
          } else sums.oneSided += waiting[kind] * amountFen;
        expect(countedFen(steps)).toBe(sums.counted);
        expect(orderedFen(steps)).toBe(sums.signed);
        expect(oneSidedFen(steps)).toBe(sums.oneSided);
      }),
    );
  });

  test('what the buttons offer is what the decision accepts', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const steps = tries.reduce<DealStep[]>(play, []);
        const offered = nextDealSteps(steps);
        for (const kind of dealStepKinds)
          expect(refusalOf(steps, draft({ kind, amountFen: 1 })) === undefined).toBe(offered.includes(kind));
      }),
    );
  });
});

interface Attempt {
  readonly side: DealSide;
  readonly kind: DealStep['kind'];
  readonly amountFen: number;
  readonly confirms: number | null;
}

function play(steps: DealStep[], { side, kind, amountFen, confirms }: Attempt): DealStep[] {
  if (confirms === null) {
    const accepted = refusalOf(steps, draft({ kind, amountFen })) === undefined;
    return accepted ? [...steps, { kind, amountFen, confirmedBy: [side] }] : steps;
  }
  return steps.map((step, index) =>
    index === confirms && !step.confirmedBy.includes(side)
      ? { ...step, confirmedBy: [...step.confirmedBy, side] }
      : step,
  );
}
