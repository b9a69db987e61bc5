import { TargetScreen } from '#features/investment/target-screen';
import { usePathId } from '#platform/address';

export function TargetPage() {
  const id = usePathId();
  return id ? <TargetScreen key={id} id={id} /> : null;
}
