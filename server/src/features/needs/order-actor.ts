import type { OrderRequest, OrderSide } from '@zhitong/domain/needs/order-action';
import { Refusal } from '@zhitong/domain/refusal';
import { mergedRecords } from '#features/directory/public';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import type { LockedCase } from './case-store.ts';
import type { LockedOrder } from './order-store.ts';

interface Acting {
  readonly found: LockedCase;
  readonly order: LockedOrder;
  readonly viewer: Viewer;
  readonly request: OrderRequest;
}

const supervising: ReadonlySet<OrderRequest> = new Set(['accept', 'return']);

/**
 * As what somebody acts on an order: the firm that asked, the body that answers for the case (also at the record it was merged into),
 * or the supervisor. The bureau reviews in the place of a chief too, so that no order waits for an office that stands empty; where it
 * answers for the case itself, it is the body, but for the review.
 */
export async function orderSideOf(tx: Tx, { found, order, viewer, request }: Acting): Promise<OrderSide> {
  const { organisationId: own, city } = viewer;
  if (found.asker.id === own) return 'firm';
  const supervises = supervisesOrder(viewer, order.issuer.id);
  if (supervises && supervising.has(request)) return 'supervisor';
  if (await mergedRecords.isOne(tx, city, [order.lead.id, own])) return 'body';
  if (supervises) return 'supervisor';
  throw new Refusal('platform.forbidden');
}

export const supervisesOrder = ({ organisationId, role }: Viewer, issuerId: string): boolean =>
  role === 'operator' || (role === 'chief-office' && organisationId === issuerId);
