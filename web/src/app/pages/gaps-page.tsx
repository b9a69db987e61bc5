import { Gaps } from '#features/chains/gaps';
import { usePathId } from '#platform/address';

export function GapsPage() {
  const id = usePathId();
  return id ? <Gaps key={id} id={id} /> : null;
}
