import { BriefScreen } from '#features/chains/brief-screen';
import { usePathId } from '#platform/address';

export function BriefPage() {
  const id = usePathId();
  return id ? <BriefScreen key={id} id={id} /> : null;
}
