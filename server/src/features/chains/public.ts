import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { type ChainGap, diagnoseChain } from '@zhitong/domain/chains/diagnosis';
import type { FactBook } from '@zhitong/domain/chains/fact-book';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import type { ChainFacts } from './chain-facts.ts';
import { getVersion } from './chain-views.ts';
import { findGap, gapIdOf } from './gap-book.ts';

/** Links of the chains, for whoever does something about one. */
export const gapBook = { find: findGap, idOf: gapIdOf };

/** What other slices ask of the chains: the links of a map with their state now, and what is known of products. */
export interface ChainQuestions {
  /** the product graph with its facts, in memory */
  readonly book: () => Promise<FactBook>;
  /** regions, circles and distances, as the chains see them */
  readonly places: () => Promise<Pick<ChainFacts, 'map' | 'kilometresTo'>>;
  /** the map in force today with its links; refused where there is none */
  readonly linksOf: (
    viewer: Viewer,
    asked: { readonly chain: string; readonly product?: string },
  ) => Promise<{ readonly content: ChainContent; readonly gaps: readonly ChainGap[] }>;
}

export function chainQuestions(deps: ChainDeps): ChainQuestions {
  return {
    book: async () => (await deps.chains.facts()).book,
    places: () => deps.chains.facts(),
    linksOf: async (viewer, { chain, product }) => {
      const { version } = await getVersion(deps, viewer, { id: chain });
      const { book } = await deps.chains.facts();
      const asked = { book, today: cityDay(deps.effects.now()) };
      const only = product === undefined ? undefined : new Set([product]);
      return { content: version.content, gaps: diagnoseChain(version.content, asked, only) };
    },
  };
}
