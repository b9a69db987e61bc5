import type { findInChains } from '@zhitong/contract/chains/chain-contract';
import { diagnoseChain } from '@zhitong/domain/chains/diagnosis';
import { gapClasses } from '@zhitong/domain/chains/gap-class';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { z } from 'zod';
import type { ChainDeps } from './chain-deps.ts';
import { namesIn } from './chain-names.ts';
import { linkOf, type Reading, readChains } from './chain-views.ts';

/** By the name in the reader's language or the other one; names are few enough to be looked through in memory. */
export async function searchChains(
  deps: ChainDeps,
  { viewer, language }: Reading,
  { q, limit }: { q: string; limit: number },
): Promise<z.input<typeof findInChains.reply>> {
  const { chains } = await readChains(deps, viewer, undefined);
  const { book } = await deps.chains.facts();
  const today = cityDay(deps.effects.now());
  const nameOf = namesIn(book, language);
  const words = q.toLowerCase();
  const holds = (...names: readonly (string | null | undefined)[]) =>
    names.some((name) => name?.toLowerCase().includes(words));
  const gaps = chains.flatMap(({ chain, version: { content } }) => {
    const named = content.segments
      .flatMap(({ products }) => products)
      .filter((id) => holds(book.products.get(id)?.name, book.products.get(id)?.nameEn));
    if (named.length === 0) return [];
    return diagnoseChain(content, { book, today }, new Set(named)).map((gap) => ({
      ...{ chain: linkOf(chain, content, language), class: gap.class },
      product: { id: gap.productId, name: nameOf(gap.productId) },
    }));
  });
  return {
    chains: chains
      .filter(({ version: { content } }) => holds(content.name, content.nameEn))
      .slice(0, limit)
      .map(({ chain, version }) => linkOf(chain, version.content, language)),
    gaps: gaps
      .toSorted(
        (a, b) =>
          gapClasses.indexOf(a.class) - gapClasses.indexOf(b.class) ||
          a.product.name.localeCompare(b.product.name, 'zh'),
      )
      .slice(0, limit),
  };
}
