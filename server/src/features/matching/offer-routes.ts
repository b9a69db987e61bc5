import {
  createOffer,
  listOffers,
  type Offer,
  updateOffer as updateOfferContract,
  withdrawOffer as withdrawOfferContract,
} from '@zhitong/contract/matching/offer-contract';
import type { Language } from '@zhitong/domain/language';
import { Refusal } from '@zhitong/domain/refusal';
import { inContext } from '#platform/context';
import type { Routes } from '#platform/route';
import { contextOf, type Viewer } from '#platform/viewer';
import { type OfferDeps, publishOffer, updateOffer, withdrawOffer } from './offer-service.ts';
import { listOfferRows, offerScope } from './offer-views.ts';

export function offerRoutes(routes: Routes, deps: OfferDeps): void {
  routes.for('offer.change', createOffer, async ({ body, language }, viewer) => {
    const id = await publishOffer(deps, viewer, body);
    return { offer: await readOffer(deps, viewer, { id, language }) };
  });

  routes.for('offer.change', updateOfferContract, async ({ params, body, language }, viewer) => {
    await updateOffer(deps, viewer, { id: params.id, draft: body });
    return { offer: await readOffer(deps, viewer, { id: params.id, language }) };
  });

  routes.for('offer.change', withdrawOfferContract, async ({ params }, viewer) => {
    await withdrawOffer(deps, viewer, params.id);
    return { offer: { id: params.id } };
  });

  routes.for('offer.see', listOffers, ({ query, language }, viewer) =>
    inContext(deps.database, contextOf(viewer), (tx) =>
      listOfferRows(tx, offerScope(viewer, language, query.mine === '1' ? 'own' : 'all'), query),
    ),
  );
}

async function readOffer(deps: OfferDeps, viewer: Viewer, given: { id: string; language: Language }): Promise<Offer> {
  const scope = offerScope(viewer, given.language, 'own');
  const page = { limit: 1, offset: 0, id: given.id };
  const { offers } = await inContext(deps.database, contextOf(viewer), (tx) => listOfferRows(tx, scope, page));
  const [offer] = offers;
  if (!offer) throw new Refusal('platform.not-found');
  return offer;
}
