import { NewTarget } from '#features/investment/new-target';

export function NewTargetPage() {
  return <NewTarget />;
}
