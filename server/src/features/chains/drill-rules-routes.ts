import { changeDrillRules, listDrillRules } from '@zhitong/contract/chains/drill-contract';
import type { DrillRules } from '@zhitong/domain/chains/drill-rules';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { z } from 'zod';
import { type CityTermsBook, cityTerms } from '#features/needs/public';
import { inContext } from '#platform/context';
import type { Routes } from '#platform/route';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { namesIn } from './chain-names.ts';

/** What the drills assume: data of the city, dated, changed from a day to come with the reason. */
export function drillRulesRoutes(routes: Routes, deps: ChainDeps): void {
  routes.for('drill-rules.see', listDrillRules, ({ language }, viewer) => viewDrillRules(deps, viewer, language));

  routes.for('drill-rules.change', changeDrillRules, async ({ body }, viewer) => {
    const { book } = await deps.chains.facts();
    // days of a product nobody knows are nobody's
    const { terms } = body;
    const stockDaysOf = Object.fromEntries(Object.entries(terms.stockDaysOf).filter(([id]) => book.products.has(id)));
    const change = { ...body, terms: { ...terms, stockDaysOf } };
    return { terms: await cityTerms.change(deps, viewer, { book: rulesBook, change }) };
  });
}

const rulesBook: CityTermsBook<DrillRules> = {
  ...{ table: 'drill_rules', name: 'drill-rules', column: 'rules' },
  problem: async () => undefined,
};

async function viewDrillRules(
  { database, effects, chains }: ChainDeps,
  viewer: Viewer,
  language: Language,
): Promise<z.input<typeof listDrillRules.reply>> {
  const of = { city: viewer.city, today: cityDay(effects.now()) };
  const nameOf = namesIn((await chains.facts()).book, language);
  return inContext(database, contextOf(viewer), async (tx) => {
    const shown = await cityTerms.list(tx, rulesBook, of);
    const ids = new Set(shown.rows.flatMap(({ terms }) => Object.keys(terms.stockDaysOf)));
    return { ...shown, products: [...ids].map((id) => ({ id, name: nameOf(id) })) };
  });
}
