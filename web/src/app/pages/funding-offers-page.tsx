import { FundingOffersList } from '#features/needs/funding-list';

export function FundingOffersPage() {
  return <FundingOffersList />;
}
