import { type JoinedRings, openRings } from '@zhitong/domain/needs/cascade-account';
import { tiersIn } from '@zhitong/domain/needs/cascade-ring';
import type { ReceiptClose } from '@zhitong/domain/needs/cascade-words';
import type { ByHand, CascadeDeps, Moving } from './cascade-deps.ts';
import type { AskedSupplier, ReceiptSupplier } from './cascade-reading.ts';
import type { Receipt } from './cascade-receipt-store.ts';
import { receiptHead, suppliersIn } from './cascade-suppliers.ts';
import type { CascadeTimes } from './cascade-times.ts';

interface Account {
  readonly asked: readonly AskedSupplier[];
  readonly times: CascadeTimes;
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

function passedBy(id: string, name: string | undefined): ReceiptSupplier {
  return { id, name: name ?? '', outcome: 'passed-over', code: 'no-room', answeredAt: null };
}
