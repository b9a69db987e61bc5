import { tiersIn } from '@zhitong/domain/needs/cascade-ring';
import type { ReceiptClose } from '@zhitong/domain/needs/cascade-words';
import type { ByHand, CascadeDeps, Moving } from './cascade-deps.ts';
import type { AskedSupplier, ReceiptSupplier } from './cascade-reading.ts';
import type { Receipt } from './cascade-receipt-store.ts';

interface Account {
  readonly asked: readonly AskedSupplier[];
  /** why its time is over, when anybody was asked in it */
  readonly close: ReceiptClose;
  readonly hand?: ByHand;
}

/** The account of the ring a cascade stands at: who was asked, who answered, who was passed over. */
export function accountOf(
  { matching }: CascadeDeps,
  { need, cascade, at }: Moving,
  { asked, close, hand }: Account,
): Receipt {
  const here = asked.filter(({ ring }) => ring === cascade.ring).map(asSupplier);
  const known = new Set(asked.map(({ id }) => id));
  const passedOver = matching
    .matchIn(need, tiersIn(cascade.ring))
    .matches.filter(({ organisationId }) => !known.has(organisationId))
    .map(({ organisationId: id }) => passedBy(id, matching.supplierName(id)));
  const nobody = passedOver.length > 0 ? 'full' : 'nobody';
  const { city, needId, askerId, ring, ringSince: from } = cascade;
  return {
    ...{ city, needId, askerId, ring, from, until: at },
    closedBy: here.length > 0 || hand ? close : nobody,
    hand: hand ? { code: hand.code, by: hand.by } : null,
    suppliers: [...here, ...passedOver],
  };
}

function asSupplier({ id, name, outcome, code, answeredAt }: AskedSupplier): ReceiptSupplier {
  return { id, name, outcome, code, answeredAt };
}

function passedBy(id: string, name: string | undefined): ReceiptSupplier {
  return { id, name: name ?? '', outcome: 'passed-over', code: 'no-room', answeredAt: null };
}
