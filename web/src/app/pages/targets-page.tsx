import { Targets } from '#features/investment/targets';

export function TargetsPage() {
  return <Targets />;
}
