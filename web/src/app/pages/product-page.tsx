import { ProductScreen } from '#features/matching/product-screen';
import { usePathId } from '#platform/address';

export function ProductPage() {
  const id = usePathId();
  return id ? <ProductScreen key={id} id={id} /> : null;
}
