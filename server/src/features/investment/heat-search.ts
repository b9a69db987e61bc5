import type { getHeatMap } from '@zhitong/contract/investment/heat-contract';
import type { FactBook } from '@zhitong/domain/chains/fact-book';
import { tellingFits } from '@zhitong/domain/investment/heat-broader';
import { type FirmFacts, gatherFirms } from '@zhitong/domain/investment/heat-candidate';
import { readHeatQuestion } from '@zhitong/domain/investment/heat-question';
import { type Candidate, rankCandidates } from '@zhitong/domain/investment/heat-rank';
import { isWithinRing } from '@zhitong/domain/investment/heat-ring';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { asSystem } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { HeatDeps } from './heat-deps.ts';
import { fitTable } from './heat-graph.ts';
import { findKind, listOfferFacts, listOtherNames, listSuppliersHere } from './heat-reading.ts';
import { type HeatAsk, readAsk } from './heat-wanted.ts';

/** Everything found, in order, before a page of it is cut. */
interface Found {
  readonly ask: HeatAsk;
  readonly book: FactBook;
  readonly elsewhere: readonly Candidate[];
  /** firms of the own city that make it already */
  readonly here: readonly Candidate[];
}

/** Whoever handles requests may look for a department; banks, schools and centres have handlers too, and nothing to do with it. */
async function refuseOtherBodies(tx: Tx, { city, role, organisationId }: Viewer): Promise<void> {
  if (role === 'handler' && (await findKind(tx, { city, id: organisationId })) !== 'department')
    throw new Refusal('platform.forbidden');
}

/** Firms of the whole country that make what the question wants, by the published offers. */
export async function searchFirms(
  { deps, tx, viewer }: { readonly deps: HeatDeps; readonly tx: Tx; readonly viewer: Viewer },
  query: z.output<NonNullable<typeof getHeatMap.query>>,
): Promise<Found> {
  const { city } = viewer;
  await refuseOtherBodies(tx, viewer);
  const [book, places] = [await deps.chains.book(), await deps.chains.places()];
  const ask = await readAsk({ deps, tx, viewer, book }, readHeatQuestion(query));
  const wanted = ask.wanted.map(({ productId }) => productId);
  const fits = fitTable(book, wanted, await listOtherNames(tx, wanted));
  const offers = await listOfferFacts(tx, [...fits.keys()]);
  // that somebody delivers here is told; for how much, and to whom but the leader, is not
  const suppliers = await asSystem(tx, contextOf(viewer), () =>
    listSuppliersHere(tx, { city, leader: ask.leader?.id ?? null }),
  );
  const firms = gatherFirms(offers, tellingFits(fits, offers), cityDay(deps.effects.now()))
    .filter(({ organisationId }) => organisationId !== ask.firm?.id)
    .filter(({ place }) => query.working === 'any' || place.working === 'known')
    .map((firm): Candidate => {
      const supplied = suppliers.get(firm.organisationId);
      return {
        ...firm,
        ...{ suppliesLeader: supplied?.leader ?? false, buyersHere: supplied?.buyers ?? 0 },
        kilometres: firm.place.city === null ? null : places.kilometresTo(firm.place.city),
      };
    });
  const isHere = ({ place }: FirmFacts) => place.city === city;
  const elsewhere = firms.filter(
    (firm) => !isHere(firm) && isWithinRing(places.map, { home: city, city: firm.place.city, ring: query.within }),
  );
  return { ask, book, elsewhere: rankCandidates(elsewhere), here: rankCandidates(firms.filter(isHere)) };
}
