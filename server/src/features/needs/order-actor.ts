import type { OrderRequest, OrderSide } from '@zhitong/domain/needs/order-action';
import { Refusal } from '@zhitong/domain/refusal';
import { mergedRecords } from '#features/directory/public';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';

/** Whose an order is. */
export interface OrderParties {
  readonly askerId: string;
  readonly leadId: string;
  readonly issuerId: string;
}

const supervising: ReadonlySet<OrderRequest> = new Set(['accept', 'return', 'call']);

/**
 * As what somebody stands to an order: the firm that asked, the body that answers for the case (also at the record it was merged into), the
 * supervisor, or the two last at once, where the bureau answers for the case itself. The bureau reviews in the place of a chief too, so
 * that no order waits for an office that stands empty.
 */
export async function orderSidesOf(
  tx: Tx,
  viewer: Viewer,
  { askerId, leadId, issuerId }: OrderParties,
): Promise<readonly OrderSide[]> {
  const { organisationId: own, city, role } = viewer;
  if (askerId === own) return ['firm'];
  const leads = await mergedRecords.isOne(tx, city, [leadId, own]);
  const supervises = role === 'operator' || (role === 'chief-office' && issuerId === own);
  return [...(leads ? (['body'] as const) : []), ...(supervises ? (['supervisor'] as const) : [])];
}

/** As what somebody does this: the supervisor reviews, everything else the body does where it is both. */
export function orderSideFor(sides: readonly OrderSide[], request: OrderRequest): OrderSide {
  const [first] = sides;
  if (first === undefined) throw new Refusal('platform.forbidden');
  return supervising.has(request) && sides.includes('supervisor') ? 'supervisor' : first;
}
