import { Products } from '#features/matching/products';

export function ProductsPage() {
  return <Products />;
}
