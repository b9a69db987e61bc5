import { DrillScreen } from '#features/chains/drill-screen';
import { usePathId } from '#platform/address';

export function DrillPage() {
  const id = usePathId();
  return id ? <DrillScreen key={id} id={id} /> : null;
}
