import {
  changePurchase,
  enterPurchase,
  listOrigins,
  listPurchases,
  verifyPurchase,
  withdrawPurchase,
} from '@zhitong/contract/chains/purchase-contract';
import type { Routes } from '#platform/route';
import type { ChainDeps } from './chain-deps.ts';
import { purchaseExport } from './purchase-export.ts';
import { changePurchaseFor, enterPurchaseFor, verifyPurchaseFor, withdrawPurchaseFor } from './purchase-service.ts';
import { viewOrigins, viewPurchases } from './purchase-views.ts';

export function purchaseRoutes(routes: Routes, deps: ChainDeps): void {
  routes.for('purchase.see', listPurchases, ({ query, language }, viewer) =>
    viewPurchases(deps, { viewer, language }, query),
  );

  purchaseExport(routes, deps);

  routes.for('purchase.see', listOrigins, ({ query, language }) => viewOrigins(deps, { language }, query));

  routes.for('purchase.change', enterPurchase, async ({ body }, viewer) => ({
    purchase: await enterPurchaseFor(deps, viewer, body),
  }));

  routes.for('purchase.change', changePurchase, async ({ params, body }, viewer) => ({
    purchase: await changePurchaseFor(deps, viewer, { id: params.id, ...body }),
  }));

  routes.for('purchase.verify', verifyPurchase, async ({ params, body }, viewer) => ({
    purchase: await verifyPurchaseFor(deps, viewer, { id: params.id, ...body }),
  }));

  routes.for('purchase.change', withdrawPurchase, async ({ params, body }, viewer) => ({
    purchase: await withdrawPurchaseFor(deps, viewer, { id: params.id, ...body }),
  }));
}
