import { FundingReceipts } from '#features/needs/funding-receipts';

export function FundingReceiptsPage() {
  return <FundingReceipts />;
}
