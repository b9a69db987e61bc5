import { outcomeInTime } from '@zhitong/domain/needs/cascade-account';
import { leastMs } from '@zhitong/domain/needs/cascade-plan';
import type { CascadeRing } from '@zhitong/domain/needs/cascade-ring';
import type { AskedSupplier, Cascade, ReceiptSupplier } from './cascade-reading.ts';
import type { CascadeTimes } from './cascade-times.ts';

/** Whose account it is, of which ring, from when until when. */
export function receiptHead(
  { city, needId, askerId, ringSince: from }: Cascade,
  { ring, until }: { ring: CascadeRing; until: Date },
) {
  return { city, needId, askerId, ring, from, until };
}

interface Span {
  readonly ring: CascadeRing;
  readonly from: Date;
  readonly until: Date;
  readonly times: CascadeTimes;
}

/** Who was asked in a ring, each with what came of it in the time it had. */
export function suppliersIn(
  asked: readonly AskedSupplier[],
  { ring, from, until, times: { terms, calendar } }: Span,
): readonly ReceiptSupplier[] {
  return asked
    .filter((one) => one.ring === ring)
    .map(({ id, name, code, answeredAt, askedAt, outcome }) => {
      const had = { outcome, from: askedAt > from ? askedAt : from, until };
      return { id, name, code, answeredAt, outcome: outcomeInTime(had, { calendar, leastMs: leastMs(terms) }) };
    });
}
