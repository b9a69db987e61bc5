import { Offers } from '#features/matching/offers';

export function OffersPage() {
  return <Offers />;
}
