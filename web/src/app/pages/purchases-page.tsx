import { Purchases } from '#features/chains/purchases';

export function PurchasesPage() {
  return <Purchases />;
}
