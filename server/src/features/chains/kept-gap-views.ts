import type { getGap, KeptGapReply, listGaps } from '@zhitong/contract/chains/chain-contract';
import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { type GapClass, gapClasses } from '@zhitong/domain/chains/gap-class';
import type { Language } from '@zhitong/domain/language';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import type { NamedProducts } from './chain-names.ts';
import { type KeptDay, type KeptGap, keptDayOf, keptGapsOf } from './kept-day.ts';

interface Naming {
  readonly chainId: string;
  readonly language: Language;
  readonly nameOf: NamedProducts;
}

type Query = Pick<z.output<NonNullable<typeof listGaps.query>>, 'class' | 'segment' | 'sort' | 'order'>;

/** The links of a past day, the gravest class first and last what was not kept, or by name; of a past day there is nothing else to order by. */
export function keptListOf(
  content: ChainContent,
  { kept, query, naming }: { kept: KeptDay; query: Query; naming: Naming },
): NonNullable<z.input<typeof listGaps.reply>['kept']> {
  const sign = query.order === 'down' ? 1 : -1;
  const byName = (a: KeptGapReply, b: KeptGapReply) => a.product.name.localeCompare(b.product.name, 'zh');
  const byClass = (a: KeptGapReply, b: KeptGapReply) =>
    Number(a.class === null) - Number(b.class === null) || sign * (gravity(a.class) - gravity(b.class));
  const gaps = keptGapsOf(content, kept)
    .filter(({ state }) => query.class === undefined || state?.class === query.class)
    .filter(({ segment }) => query.segment === undefined || segment.id === query.segment)
    .map((gap) => keptReplyOf(gap, naming))
    .toSorted((a, b) => (query.sort === 'product' ? sign * byName(a, b) : byClass(a, b) || byName(a, b)));
  return { ...keptDayOf(kept), gaps };
}

/** One link of a past day; refused where the version of that day does not hold it. */
export function keptGapOf(
  content: ChainContent,
  { kept, product, naming }: { kept: KeptDay; product: string; naming: Naming },
): NonNullable<z.input<typeof getGap.reply>['kept']> {
  const gap = keptGapsOf(content, kept).find(({ productId }) => productId === product);
  if (!gap) throw new Refusal('platform.not-found');
  return { ...keptDayOf(kept), gap: keptReplyOf(gap, naming) };
}

const gravity = (of: GapClass | null) => (of === null ? gapClasses.length : gapClasses.indexOf(of));

function keptReplyOf({ productId, segment, state }: KeptGap, { chainId, language, nameOf }: Naming): KeptGapReply {
  return {
    ...{ id: `${chainId}:${productId}`, product: { id: productId, name: nameOf(productId) } },
    segment: {
      ...{ id: segment.id, tier: segment.tier },
      name: language === 'en' ? (segment.nameEn ?? segment.name) : segment.name,
    },
    ...{ class: state?.class ?? null, since: state?.since.toISOString() ?? null },
  };
}
