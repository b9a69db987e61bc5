import { getProduct, listProducts } from '@zhitong/contract/matching/product-contract';
import type { Database } from '#platform/database';
import type { Routes } from '#platform/route';
import { searchProducts } from './product-search.ts';
import { viewProduct } from './product-views.ts';

export function productRoutes(routes: Routes, { database }: { readonly database: Database }): void {
  routes.for('product.see', listProducts, ({ query }) => searchProducts(database, query.q, query.limit));
  routes.for('product.see', getProduct, ({ params }, viewer) => viewProduct(database, viewer, params.id));
}
