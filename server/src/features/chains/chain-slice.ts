import type { Routes } from '#platform/route';
import { ChainDesk, type ChainDeskOptions } from './chain-desk.ts';
import { chainRoutes } from './chain-routes.ts';
import { purchaseRoutes } from './purchase-routes.ts';

/** Registers the slice; the desk that is answered follows the log while the application is open. */
export function chainSlice(routes: Routes, options: ChainDeskOptions): ChainDesk {
  const chains = new ChainDesk(options);
  chainRoutes(routes, { ...options, chains });
  purchaseRoutes(routes, { ...options, chains });
  return chains;
}
