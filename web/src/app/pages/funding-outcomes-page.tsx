import { FundingOutcomesScreen } from '#features/needs/funding-outcomes';

export function FundingOutcomesPage() {
  return <FundingOutcomesScreen />;
}
