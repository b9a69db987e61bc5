import { GapScreen } from '#features/chains/gap-screen';
import { GapTargets } from '#features/investment/gap-targets';
import { usePathDetail, usePathId } from '#platform/address';

export function GapPage() {
  const id = usePathId();
  const product = usePathDetail();
  if (!id || !product) return null;
  return (
    <>
      <GapScreen key={`${id} ${product}`} id={id} product={product} />
      <GapTargets gap={`${id}:${product}`} />
    </>
  );
}
