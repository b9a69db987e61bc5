import type { Routes } from '#platform/route';
import { briefRoutes } from './brief-routes.ts';
import { ChainDesk, type ChainDeskOptions } from './chain-desk.ts';
import { chainRoutes } from './chain-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { NightlyDrill } from './drill-nightly.ts';
import { drillRulesRoutes } from './drill-rules-routes.ts';
import { ExpectedDesk } from './expected-desk.ts';
import { gapTaskRoutes } from './gap-task-routes.ts';
import { type ChainQuestions, chainQuestions } from './public.ts';
import { purchaseRoutes } from './purchase-routes.ts';

/** Registers the slice; what is answered runs while the application is open: the desk follows the log, the chains are drilled at night. */
export function chainSlice(
  routes: Routes,
  options: ChainDeskOptions,
): Pick<ChainDesk, 'start' | 'close'> & { readonly questions: ChainQuestions } {
  const chains = new ChainDesk(options);
  const nightly = new NightlyDrill(options, chains);
  draftRoutes(routes, { ...options, chains });
  chainRoutes(routes, { ...options, chains, expected: new ExpectedDesk(options) });
  briefRoutes(routes, { ...options, chains });
  drillRulesRoutes(routes, { ...options, chains });
  gapTaskRoutes(routes, { ...options, chains });
  purchaseRoutes(routes, { ...options, chains });
  return {
    questions: chainQuestions({ ...options, chains }),
    start: async () => {
      await chains.start();
      nightly.start();
    },
    close: async () => {
      await nightly.close();
      await chains.close();
    },
  };
}
