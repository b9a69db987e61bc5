import { isLocal, type ProductFacts } from './chain-facts.ts';
import { fewestBuyers } from './published-sum.ts';

/**
 * Whether a product is made, used or bought in a district whose firms are named. Who makes something, and from what, is published; who buys or
 * asks is not: buyers count from five firms of the district on, as their amounts do.
 */
export function isOfDistrict(
  { makers, bought, needs, users }: Pick<ProductFacts, 'makers' | 'bought' | 'needs' | 'users'>,
  firms: ReadonlySet<string>,
): boolean {
  if (makers.some(({ ring, organisationId }) => isLocal(ring) && firms.has(organisationId))) return true;
  if ([...users].some((id) => firms.has(id))) return true;
  const buyers = new Set(
    [...bought, ...needs].map(({ organisationId }) => organisationId).filter((id) => firms.has(id)),
  );
  return buyers.size >= fewestBuyers;
}
