import type { FactBook } from '@zhitong/domain/chains/fact-book';
import { type GapClass, isWeak } from '@zhitong/domain/chains/gap-class';
import { may } from '@zhitong/domain/directory/permission';
import type { HeatQuestion } from '@zhitong/domain/investment/heat-question';
import { Refusal } from '@zhitong/domain/refusal';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import type { HeatDeps } from './heat-deps.ts';
import { graphOf } from './heat-graph.ts';
import { findLeadingFirm, listWantedBy } from './heat-reading.ts';

export interface Wanted {
  readonly productId: string;
  readonly gap: string | null;
  readonly class: GapClass | null;
}

/** What would answer the question, and whose leader it is about. */
export interface HeatAsk {
  readonly wanted: readonly Wanted[];
  readonly chain: { readonly id: string; readonly name: string; readonly nameEn: string | null } | null;
  readonly product: string | null;
  readonly firm: { readonly id: string; readonly name: string } | null;
  readonly leader: { readonly id: string; readonly name: string } | null;
}

interface Asked {
  readonly deps: HeatDeps;
  readonly tx: Tx;
  readonly viewer: Viewer;
  readonly book: FactBook;
}

const nothing = { chain: null, product: null, firm: null, leader: null };

/** The weak links of a chain, the product of a gap, a product, or what a firm’s products are made from. */
export function readAsk(asked: Asked, question: HeatQuestion): Promise<HeatAsk> {
  if (question.kind === 'product') return askProduct(asked, question.product);
  if (question.kind === 'firm') return askFirm(asked, question.firm);
  return askChain(asked, question.chain, question.kind === 'gap' ? question.product : undefined);
}

async function askProduct({ book }: Asked, product: string): Promise<HeatAsk> {
  if (!book.products.has(product)) throw new Refusal('heat.unknown-product');
  return { ...nothing, product, wanted: [{ productId: product, gap: null, class: null }] };
}

async function askChain({ deps, tx, viewer }: Asked, chain: string, product: string | undefined): Promise<HeatAsk> {
  const { content, gaps } = await deps.chains.linksOf(viewer, { chain, ...(product !== undefined && { product }) });
  if (product !== undefined && gaps.length === 0) throw new Refusal('heat.unknown-gap');
  const leader = content.leaderId === null ? undefined : await findLeadingFirm(tx, viewer.city, content.leaderId);
  const shown = product === undefined ? gaps.filter((gap) => isWeak(gap.class)) : gaps;
  return {
    ...nothing,
    chain: { id: chain, name: content.name, nameEn: content.nameEn },
    leader: leader === undefined ? null : { id: leader.id, name: leader.name },
    product: product ?? null,
    wanted: shown.map((gap) => ({
      ...{ productId: gap.productId, gap: `${chain}:${gap.productId}`, class: gap.class },
    })),
  };
}

/** What a firm buys and asks for is added for whoever may see it. */
async function askFirm({ tx, viewer, book }: Asked, id: string): Promise<HeatAsk> {
  const firm = await findLeadingFirm(tx, viewer.city, id);
  if (firm === undefined) throw new Refusal('heat.unknown-firm');
  const graph = graphOf(book);
  const materials = firm.products.flatMap((product) =>
    graph
      .relationsFrom(product)
      .filter(({ kind }) => kind === 'made-from')
      .map(({ toId }) => toId),
  );
  const seesPurchases = may('purchase.see', viewer.role, ['bureau']);
  const said = seesPurchases ? await listWantedBy(tx, viewer.city, id) : [];
  const own = new Set(firm.products);
  const products = [...new Set([...materials, ...said])].filter((product) => !own.has(product));
  return {
    ...nothing,
    ...{ firm: { id: firm.id, name: firm.name }, leader: { id: firm.id, name: firm.name } },
    wanted: products.map((productId) => ({ productId, gap: null, class: null })),
  };
}
