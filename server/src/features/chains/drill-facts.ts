import { asSystem, inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { findDrill, getDrillRules } from './drill-store.ts';

/** What a drill assumes, and the last one that was kept. */
export function readDrillFacts(
  { database }: ChainDeps,
  viewer: Viewer,
  { chainId, day }: { chainId: string; day: string },
) {
  const { city } = viewer;
  const context = contextOf(viewer);
  return inContext(database, context, async (tx) => ({
    rules: await getDrillRules(tx, { city, day }),
    // the row is the platform’s; that there was a drill, and how it ended, is for everybody
    night: await asSystem(tx, context, () => findDrill(tx, { city, chainId })),
  }));
}
