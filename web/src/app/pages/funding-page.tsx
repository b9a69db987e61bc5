import { FundingList } from '#features/needs/funding-list';

export function FundingPage() {
  return <FundingList />;
}
