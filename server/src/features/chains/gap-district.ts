import type { ChainGap } from '@zhitong/domain/chains/diagnosis';
import { isOfDistrict } from '@zhitong/domain/chains/gap-district';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import type { ChainFacts } from './chain-facts.ts';
import { listFirmsOfDistrict } from './district-store.ts';

interface Asked {
  readonly district: string | undefined;
  readonly facts: ChainFacts;
  readonly today: string;
}

/** Which links a district has to do with; without one, all. */
export async function districtFilter(
  { database }: Pick<ChainDeps, 'database'>,
  viewer: Viewer,
  { district, facts, today }: Asked,
): Promise<(gap: ChainGap) => boolean> {
  if (district === undefined) return () => true;
  const firms = await inContext(database, contextOf(viewer), (tx) =>
    listFirmsOfDistrict(tx, { city: viewer.city, district }),
  );
  return ({ productId }) => isOfDistrict(facts.book.factsOf(productId, today), firms);
}
