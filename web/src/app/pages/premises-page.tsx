import { Premises } from '#features/investment/premises';

export function PremisesPage() {
  return <Premises />;
}
