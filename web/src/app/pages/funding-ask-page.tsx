import { FundingAskScreen } from '#features/needs/funding-ask-screen';
import { usePathId } from '#platform/address';

export function FundingAskPage() {
  const id = usePathId();
  return id ? <FundingAskScreen key={id} id={id} /> : null;
}
