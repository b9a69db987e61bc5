import type { Offer, OfferBody } from '@zhitong/contract/matching/offer-contract';

/** An own offer as it is sent back: what the person may change, nothing the server keeps. */
export function bodyOf(offer: Offer): OfferBody {
  const { productText, capacity, limits, certificates, priceFen, priceUnit, leadDays } = offer;
  return {
    productText,
    productId: offer.product?.id ?? null,
    capacity,
    limits,
    certificates,
    priceFen,
    priceUnit,
    leadDays,
  };
}

export const emptyOffer: OfferBody = {
  productText: '',
  productId: null,
  capacity: null,
  limits: [],
  certificates: [],
  priceFen: null,
  priceUnit: null,
  leadDays: null,
};
