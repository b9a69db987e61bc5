import { GapScreen } from '#features/chains/gap-screen';
import { usePathDetail, usePathId } from '#platform/address';

export function GapPage() {
  const id = usePathId();
  const product = usePathDetail();
  return id && product ? <GapScreen key={`${id} ${product}`} id={id} product={product} /> : null;
}
