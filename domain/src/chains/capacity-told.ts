import { convertQuantity } from '../matching/unit-conversion.ts';
import { balanceCapacity, type CapacityBalance } from './capacity-balance.ts';
import { type BuyingFact, isLocal, type NeedFact, type ProductFacts } from './chain-facts.ts';
import type { GapCause } from './gap-class.ts';
import { publishedSum } from './published-sum.ts';

type Asked = Pick<BuyingFact | NeedFact, 'organisationId' | 'productId' | 'quantity'>;

/** What can be made here against the demand as far as it has a quantity: what is bought, and what is asked for now. */
export function balanceOf(facts: ProductFacts): CapacityBalance {
  const local = facts.makers.filter(({ ring }) => isLocal(ring)).sort((a, b) => (a.offerId < b.offerId ? -1 : 1));
  return balanceCapacity(
    local.map(({ capacity }) => capacity),
    askedOf(facts).map(({ quantity }) => quantity),
  );
}

/** The demand that is not met, only where every product of it has enough firms behind it, and as coarse as a price; else no figure. */
export function shortCause(
  { capacity, unit }: { readonly capacity: number; readonly unit: string },
  facts: ProductFacts,
  fewest: number,
): GapCause {
  const shares = askedOf(facts).flatMap(({ organisationId, productId, quantity }) => {
    const amount = quantity === null || quantity.per === 'once' ? null : convertQuantity(quantity, unit, 'year');
    return amount === null || amount <= 0 ? [] : [{ firms: [organisationId], amount, productId }];
  });
  const sums = [...Map.groupBy(shares, ({ productId }) => productId).values()].map((of) => publishedSum(of, fewest));
  const demand = sums.reduce<number | null>((all, sum) => (all === null || sum === null ? null : all + sum), 0);
  const isShort = demand !== null && demand > capacity;
  return { code: 'capacity-short', params: isShort ? { capacity, demand, unit } : {} };
}

/** Of a firm that both buys and asks, the greater would count twice. */
function askedOf({ bought, needs }: ProductFacts): readonly Asked[] {
  const saying = new Set(bought.flatMap((one) => (one.quantity === null ? [] : [one.organisationId])));
  return [...bought, ...needs.filter((one) => one.open && !saying.has(one.organisationId))];
}
