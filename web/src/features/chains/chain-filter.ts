import { type SegmentTier, segmentTiers } from '@zhitong/domain/chains/chain-map';
import { type GapClass, gapClasses } from '@zhitong/domain/chains/gap-class';
import { type Address, useAddress } from '#platform/address';
import { districtOf } from './district-of.ts';

export interface ChainFilter {
  /** ISO date the map was valid on; undefined: today */
  readonly at: string | undefined;
  readonly tier: SegmentTier | undefined;
  /** empty: all */
  readonly classes: readonly GapClass[];
  /** only what a district makes, uses or buys; undefined: all */
  readonly district: string | undefined;
  readonly segment: string | undefined;
  readonly view: 'map' | 'table';
  readonly isComparing: boolean;
  readonly set: Address['set'];
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** What of a chain is shown: all of it stands in the address. */
export function useChainFilter(): ChainFilter {
  const address = useAddress();
  const asked = (address.get('class') ?? '').split(',');
  return {
    at: dayIn(address),
    tier: segmentTiers.find((tier) => tier === address.get('tier')),
    classes: gapClasses.filter((of) => asked.includes(of)),
    district: districtOf(address.get('district')),
    segment: address.get('segment'),
    view: address.get('view') === 'table' ? 'table' : 'map',
    isComparing: address.get('compare') === '1',
    set: address.set,
  };
}

/** The day the address names; undefined: today. */
export function dayIn(address: Pick<Address, 'get'>): string | undefined {
  const at = address.get('at');
  return at !== undefined && isoDate.test(at) ? at : undefined;
}

interface Filtered {
  readonly tier: SegmentTier;
  readonly classes: Readonly<Record<GapClass, number>>;
}

/** A segment is shown when it stands in the tier and has a product of one of the classes. */
export function isShown(
  { tier, classes }: Filtered,
  filter: Pick<ChainFilter, 'tier' | 'classes' | 'district'>,
): boolean {
  // of a segment the district has nothing to do with no product is told
  if (filter.district !== undefined && gapClasses.every((of) => classes[of] === 0)) return false;
  const fitsTier = filter.tier === undefined || filter.tier === tier;
  return fitsTier && (filter.classes.length === 0 || filter.classes.some((of) => classes[of] > 0));
}
