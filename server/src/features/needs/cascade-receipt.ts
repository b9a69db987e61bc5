import { type JoinedRings, openRings, outcomeInTime } from '@zhitong/domain/needs/cascade-account';
import { type CascadePlanning, leastMs } from '@zhitong/domain/needs/cascade-plan';
import { type CascadeRing, tiersIn } from '@zhitong/domain/needs/cascade-ring';
import type { ReceiptClose } from '@zhitong/domain/needs/cascade-words';
import type { ByHand, CascadeDeps, Moving } from './cascade-deps.ts';
import type { AskedSupplier, Cascade, ReceiptSupplier } from './cascade-reading.ts';
import type { Receipt } from './cascade-receipt-store.ts';

type Times = Pick<CascadePlanning, 'terms' | 'calendar'>;

interface Account {
  readonly asked: readonly AskedSupplier[];
  readonly times: Times;
  /** why its time is over, when anybody was asked in it */
  readonly close: ReceiptClose;
  readonly hand?: ByHand;
}

/** The accounts of all rings whose time runs: of one that was asked together with a wider one, why it was. */
export function accountsOf(deps: CascadeDeps, moving: Moving, account: Account): readonly Receipt[] {
  const { cascade } = moving;
  const joined: JoinedRings = account.close === 'time' ? cascade.joined : {};
  return openRings(cascade).map((ring) =>
    accountOf(deps, { ...moving, cascade: { ...cascade, ring } }, { ...account, close: joined[ring] ?? account.close }),
  );
}

/** The account of the ring a cascade stands at: who was asked, who answered, who was passed over. */
export function accountOf(
  { matching }: CascadeDeps,
  { need, cascade, at }: Moving,
  { asked, times, close, hand }: Account,
): Receipt {
  const here = suppliersIn(asked, { ring: cascade.ring, from: cascade.ringSince, until: at, times });
  const known = new Set(asked.map(({ id }) => id));
  const passedOver = matching
    .matchIn(need, tiersIn(cascade.ring))
    .matches.filter(({ organisationId }) => !known.has(organisationId))
    .map(({ organisationId: id }) => passedBy(id, matching.supplierName(id)));
  const nobody = passedOver.length > 0 ? 'full' : 'nobody';
  return {
    ...receiptHead(cascade, { ring: cascade.ring, until: at }),
    closedBy: here.length > 0 || hand ? close : nobody,
    hand: hand ? { code: hand.code, by: hand.by } : null,
    suppliers: [...here, ...passedOver],
  };
}

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
  readonly times: Times;
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

function passedBy(id: string, name: string | undefined): ReceiptSupplier {
  return { id, name: name ?? '', outcome: 'passed-over', code: 'no-room', answeredAt: null };
}
